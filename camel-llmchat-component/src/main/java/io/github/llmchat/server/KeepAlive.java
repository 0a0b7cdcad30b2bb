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

    /** No timer has this id; Vert.x counts from 0. */
    private static final long NONE = -1;

    private static final byte[] COMMENT = SseEncoder.comment("keep-alive");

    private final Vertx vertx;
    private final VertxResponseSink sink;
    private volatile long intervalNanos;
    // guarded by this
    private long timer = NONE;
    private boolean stopped;

    KeepAlive(Vertx vertx, VertxResponseSink sink) {
        this.vertx = vertx;
        this.sink = sink;
    }

    /** At this interval, unless that is zero. */
    void start(Duration interval) {
        if (!interval.isZero()) {
            intervalNanos = interval.toNanos();
            after(intervalNanos);
        }
    }

    /** For good. A timer that still runs would hold the request and its exchange until it fires. */
    synchronized void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private synchronized void after(long nanos) {
        if (!stopped) {
            // a timer of zero is none
            timer = vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), fired -> look());
        }
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
