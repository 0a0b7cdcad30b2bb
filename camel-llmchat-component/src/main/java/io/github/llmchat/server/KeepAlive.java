package io.github.llmchat.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.sse.SseEncoder;
import io.vertx.core.Vertx;

/**
 * Sends a comment when a stream has been silent for a while, so that nothing on the way takes the connection for dead.
 * The first one may come before the route has answered at all: the stream has begun then, with status 200.
 */
final class KeepAlive {

    private static final byte[] COMMENT = SseEncoder.comment("keep-alive");

    private final Vertx vertx;
    private final VertxResponseSink sink;
    private final long intervalNanos;

    private KeepAlive(Vertx vertx, VertxResponseSink sink, Duration interval) {
        this.vertx = vertx;
        this.sink = sink;
        this.intervalNanos = interval.toNanos();
    }

    static void start(Vertx vertx, VertxResponseSink sink, Duration interval) {
        if (!interval.isZero()) {
            KeepAlive keepAlive = new KeepAlive(vertx, sink, interval);
            keepAlive.after(keepAlive.intervalNanos);
        }
    }

    private void after(long nanos) {
        // a timer of zero is none
        vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), fired -> look());
    }

    private void look() {
        if (sink.isOver()) {
            return;
        }
        long silent = sink.silentNanos();
        if (silent < intervalNanos) {
            after(intervalNanos - silent);
            return;
        }
        sink.comment(COMMENT);
        after(intervalNanos);
    }
}
