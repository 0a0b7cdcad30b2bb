package io.github.llmchat.examples.tickets.gateway;

import java.util.concurrent.TimeUnit;

/**
 * When the pieces of one answer are due: the first after a pause that depends on the answer, the others evenly. Counts
 * from the beginning, so that a pause that took too long is made up for.
 */
final class Pace {

    private static final int SHORTEST_FIRST_MILLIS = 100;
    private static final int FIRST_MILLIS_SPAN = 300;

    private final long gapNanos;
    private final long firstNanos;
    private boolean begun;
    private long next;

    /**
     * A pace.
     *
     * @param chunksPerSecond 0 for no pause at all
     * @param seed            the same for the same answer
     */
    Pace(int chunksPerSecond, int seed) {
        boolean paced = chunksPerSecond > 0;
        gapNanos = paced ? TimeUnit.SECONDS.toNanos(1) / chunksPerSecond : 0;
        firstNanos = paced
                ? TimeUnit.MILLISECONDS.toNanos(SHORTEST_FIRST_MILLIS + Math.floorMod(seed, FIRST_MILLIS_SPAN)) : 0;
    }

    /** Goes on to the next piece, and says how long to wait for it; 0 or less if it is due. */
    long nanosUntilNext() {
        long now = System.nanoTime();
        next = begun ? next + gapNanos : now + firstNanos;
        begun = true;
        return gapNanos == 0 ? 0 : next - now;
    }
}
