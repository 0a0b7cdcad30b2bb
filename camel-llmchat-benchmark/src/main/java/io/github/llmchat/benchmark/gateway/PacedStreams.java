package io.github.llmchat.benchmark.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Writes the streams of one event loop at their pace. They all have the same interval, so that the one that was served
 * longest ago is the next that is due: a queue and one timer do for any number of them. When the machine does not keep
 * up the interval stretches, the same for all; nothing is made up for.
 */
final class PacedStreams {

    private final Queue<PacedStream> streams = new ArrayDeque<>();
    private final Vertx vertx;
    private final Context loop;
    private final long intervalNanos;

    PacedStreams(Vertx vertx, Duration interval) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.intervalNanos = interval.toNanos();
    }

    void start() {
        vertx.setPeriodic(1, timer -> serve());
    }

    /** From any thread. It begins at once: behind one that is due in a while it would wait as long. */
    void add(PacedStream stream) {
        loop.runOnContext(nothing -> write(stream, System.nanoTime()));
    }

    private void write(PacedStream stream, long now) {
        if (stream.write(now + intervalNanos)) {
            streams.add(stream);
        }
    }

    private void serve() {
        // each at most once, so that the loop gets round to its connections
        for (int left = streams.size(); left > 0; left--) {
            PacedStream first = streams.element();
            long now = System.nanoTime();
            if (first.due() - now > 0) {
                return;
            }
            streams.remove();
            write(first, now);
        }
    }
}
