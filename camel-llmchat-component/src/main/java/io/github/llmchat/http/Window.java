package io.github.llmchat.http;

/**
 * How many requests may await their answer's head at once after a gateway has refused one: half of what did, then more
 * with each that is taken, as TCP does. Without it all that waited out a pause would meet the gateway in one moment.
 * Guarded by its owner's lock.
 */
final class Window {

    private static final double NO_LIMIT = 10_000;

    private double size = NO_LIMIT;
    private double cautious = NO_LIMIT;

    boolean hasRoom(int unanswered) {
        return size >= NO_LIMIT || unanswered < (int) size;
    }

    void refused(int unanswered) {
        cautious = Math.max(1, Math.min(size, unanswered) / 2.0);
        size = cautious;
    }

    void accepted() {
        if (size < NO_LIMIT) {
            size += size < cautious ? 1 : 1 / size;
            // far beyond where it was refused: nobody is in the way any more
            if (size > 2 * cautious + 100) {
                size = NO_LIMIT;
            }
        }
    }
}
