package io.github.llmchat.benchmark.compare;

/**
 * A figure that is to be reached.
 *
 * @param text    what it is, with the bound
 * @param reached what this run came to, not a number if it was not measured
 * @param bound   what it has to be at most
 */
record Goal(String text, double reached, double bound) {

    boolean met() {
        return reached <= bound;
    }
}
