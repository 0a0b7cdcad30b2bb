package io.github.llmchat.benchmark.gateway;

/**
 * What a client asks the simulated gateway for; its text is the prompt.
 *
 * @param number the call's number, from 0
 * @param chunks how many chunks, or pieces, the text has
 * @param fault  what is to go wrong; null for a stream at the gateway's pace, which waits at its gate
 */
public record Prompt(int number, int chunks, Fault fault) {

    /** {@return the prompt that was written by {@link #text()}} */
    static Prompt read(String text) {
        String[] words = text.split(" ");
        Fault fault = words.length < 3 ? null : Fault.valueOf(words[2]);
        return new Prompt(Integer.parseInt(words[0]), Integer.parseInt(words[1]), fault);
    }

    /** {@return the prompt as a message's text} */
    public String text() {
        return number + " " + chunks + (fault == null ? "" : " " + fault);
    }
}
