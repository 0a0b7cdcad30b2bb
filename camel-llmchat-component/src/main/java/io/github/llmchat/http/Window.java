package io.github.llmchat.http;

/**
 * How many requests are let go at once after a gateway has refused one: half of what was under way, then more with each
 * that is taken, as TCP does. Without it all that waited out a pause would meet the gateway in one moment. Guarded by
 * its owner's lock.
 */
final class Window {

    private static final double NO_LIMIT = 10_000;

    private double size = NO_LIMIT;
    private double cautious = NO_LIMIT;

    boolean hasRoom(int running) {
        return size >= NO_LIMIT || running < (int) size;
    }

    void refused(int running) {
        cautious = Math.max(1, Math.min(size, running) / 2.0);
        size = cautious;
    }

    void accepted() {
        if (size < NO_LIMIT) {
            size += size < cautious ? 1 : 1 / size;
            // an hour without a refusal, or a hundred of them under way: nobody is in the way
            if (size > 2 * cautious + 100) {
                size = NO_LIMIT;
            }
        }
    }
}
