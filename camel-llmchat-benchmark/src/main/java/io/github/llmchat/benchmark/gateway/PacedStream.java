package io.github.llmchat.benchmark.gateway;

import io.vertx.core.http.HttpServerResponse;

/** One stream of chunks, written one at a time. For the event loop of its connection. */
final class PacedStream {

    private final HttpServerResponse response;
    private final int number;
    private final int chunks;
    private final GatewayCounters counters;
    private int written;
    private long due;

    PacedStream(HttpServerResponse response, int number, int chunks, GatewayCounters counters) {
        this.response = response;
        this.number = number;
        this.chunks = chunks;
        this.counters = counters;
    }

    /** When the next chunk may be written, in nanoseconds of this JVM. */
    long due() {
        return due;
    }

    /** Writes the next chunk; false if it was the end, or if nobody listens any more. */
    boolean write(long nextDue) {
        due = nextDue;
        if (response.closed()) {
            return false;
        }
        if (response.writeQueueFull()) {
            counters.heldBackChunk();
            return true;
        }
        if (written == chunks) {
            response.end(Wire.streamEnd());
            return false;
        }
        response.write(Wire.chunk(LoadText.piece(number, written)));
        counters.chunk();
        written++;
        return true;
    }
}
