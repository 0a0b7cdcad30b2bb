package io.github.llmchat.benchmark.gateway;

import java.util.concurrent.atomic.LongAdder;

/** What the gateway has done since it started. Thread-safe. */
final class GatewayCounters {

    private final LongAdder chunks = new LongAdder();
    private final LongAdder heldBack = new LongAdder();

    void chunk() {
        chunks.increment();
    }

    /** A chunk was due, but the client had not read enough of those before it. */
    void heldBackChunk() {
        heldBack.increment();
    }

    long chunks() {
        return chunks.sum();
    }

    long heldBack() {
        return heldBack.sum();
    }
}
