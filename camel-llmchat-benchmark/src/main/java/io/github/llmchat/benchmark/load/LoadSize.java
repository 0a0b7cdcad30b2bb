package io.github.llmchat.benchmark.load;

/**
 * How much load.
 *
 * @param streams        at once
 * @param chunks         of each stream
 * @param intervalMillis between two chunks of a stream
 */
record LoadSize(int streams, int chunks, int intervalMillis) {

    long allChunks() {
        return (long) streams * chunks;
    }

    /** Chunks in a second, if nobody is too slow. */
    double nominalRate() {
        return streams * 1000.0 / intervalMillis;
    }
}
