package io.github.llmchat.examples.patterns;

import java.io.PrintStream;

/** Shows words as they come. */
public final class Screen {

    private final PrintStream out;

    /**
     * A screen.
     *
     * @param out where to write; not closed
     */
    public Screen(PrintStream out) {
        this.out = out;
    }

    /**
     * Shows a piece of text.
     *
     * @param text the piece, may be empty
     */
    public void word(String text) {
        out.print(text);
        out.flush();
    }
}
