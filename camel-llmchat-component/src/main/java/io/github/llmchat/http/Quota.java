package io.github.llmchat.http;

/**
 * How many requests a gateway still takes until it counts anew, as its headers say. When it counts anew, it is taken to
 * allow as many as before. Guarded by its owner's lock.
 */
final class Quota {

    private long limit;
    private long left;
    private long until;
    private long period;

    /**
     * @param remaining what the gateway says is left
     * @param underWay  requests that it may not have counted yet
     */
    void told(long remaining, long underWay, long now, long untilReset) {
        limit = Math.max(limit, remaining + 1);
        left = Math.max(0, remaining - underWay);
        until = now + untilReset;
        period = Math.max(period, untilReset);
    }

    void take() {
        left--;
    }

    /** Nanoseconds until a request may go, 0 for now. */
    long nanosToWait(long now) {
        if (limit == 0) {
            return 0;
        }
        if (until - now <= 0) {
            left = limit;
            until = now + period;
        }
        return left > 0 ? 0 : until - now;
    }
}
