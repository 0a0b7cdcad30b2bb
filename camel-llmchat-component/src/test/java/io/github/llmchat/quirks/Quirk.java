package io.github.llmchat.quirks;

import java.util.List;

/**
 * One way in which servers differ from OpenAI's documents, or from each other.
 *
 * @param id       the number, from 1
 * @param title    a few words, which are also the name of the test
 * @param wire     what is on the wire; Markdown on one line
 * @param handling what llmchat does about it, or why it cannot reach us; Markdown on one line
 * @param sources  where it was seen, or which document says so; URLs
 * @param check    the test; null if the quirk cannot reach us
 */
record Quirk(int id, String title, String wire, String handling, List<String> sources, Check check) {

    Quirk {
        sources = List.copyOf(sources);
    }

    static Quirk of(int id, String title) {
        return new Quirk(id, title, "", "", List.of(), null);
    }

    Quirk sees(String onTheWire) {
        return new Quirk(id, title, onTheWire, handling, sources, check);
    }

    Quirk handledBy(String whatLlmchatDoes) {
        return new Quirk(id, title, wire, whatLlmchatDoes, sources, check);
    }

    Quirk source(String... urls) {
        return new Quirk(id, title, wire, handling, List.of(urls), check);
    }

    Quirk check(Check test) {
        return new Quirk(id, title, wire, handling, sources, test);
    }

    Quirk cannotReachUs(String reason) {
        return new Quirk(id, title, wire, reason, sources, null);
    }

    boolean reachesUs() {
        return check != null;
    }

    /** The name of the test. */
    String testName() {
        return "Q" + id + " " + title;
    }
}
