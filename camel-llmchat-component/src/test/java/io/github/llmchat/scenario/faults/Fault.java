package io.github.llmchat.scenario.faults;

import io.github.llmchat.testing.Script;

/**
 * Something that goes wrong, and what must come of it.
 *
 * @param name     what happens
 * @param streamed what the gateway does when asked for a stream
 * @param plain    what it does otherwise
 * @param options  of the call, mostly none
 * @param stream   how a streamed call ends
 * @param whole    how a call ends that is not streamed
 */
record Fault(String name, Script streamed, Script plain, String options, Ending stream, Ending whole) {

    /** A fault that is the same for both kinds of calls. */
    static Fault of(String name, Script script, Ending ending) {
        return new Fault(name, script, script, "", ending, ending);
    }

    Fault forPlain(Script script, Ending ending) {
        return new Fault(name, streamed, script, options, stream, ending);
    }

    Fault forPlain(Ending ending) {
        return forPlain(plain, ending);
    }

    Fault with(String option) {
        return new Fault(name, streamed, plain, options.isEmpty() ? option : options + "&" + option, stream, whole);
    }

    /** Whether the end comes when a time is over. */
    boolean takesTime() {
        return options.contains("Timeout=");
    }

    Script script(Taking way) {
        return way.streams() ? streamed : plain;
    }

    Ending ending(Taking way) {
        return way.streams() ? stream : whole;
    }

    @Override
    public String toString() {
        return name;
    }
}
