package io.github.llmchat.http;

/**
 * How many requests may await their answer's head at once after a gateway has refused one: half of what did, then more
 * with each that is taken, as TCP does. Without it all that waited out a pause would meet the gateway in one moment.
 * <p>
 * Gateways that count requests refuse the next one after as many as before. When that number is near, one goes alone,
 * and more only if it is taken: what is under way when the limit is met is refused. Guarded by its owner's lock.
 */
final class Window {

    private static final double NO_LIMIT = 10_000;

    private double size = NO_LIMIT;
    private double cautious = NO_LIMIT;
    private boolean refused;
    /** Requests taken since the last pause, and how many there were when one was refused. */
    private long taken;
    private long takenBefore = Long.MAX_VALUE;

    boolean hasRoom(int unanswered) {
        if (taken + unanswered >= takenBefore && unanswered > taken - takenBefore) {
            return false;
        }
        return size >= NO_LIMIT || unanswered < (int) size;
    }

    /** Those that were under way together are refused together: that is one reason to be cautious, not one for each. */
    void refused(int unanswered) {
        takenBefore = taken;
        if (!refused) {
            refused = true;
            cautious = Math.max(1, Math.min(size, unanswered) / 2.0);
            size = cautious;
        }
    }

    void pauseIsOver() {
        taken = 0;
        refused = false;
    }

    void accepted() {
        taken++;
        if (size < NO_LIMIT) {
            size += size < cautious ? 1 : 1 / size;
            // far beyond where it was refused: nobody is in the way any more
            if (size > 2 * cautious + 100) {
                size = NO_LIMIT;
            }
        }
    }
}
