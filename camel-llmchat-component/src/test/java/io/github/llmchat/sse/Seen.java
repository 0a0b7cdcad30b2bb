package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;

/**
 * What a listener was told, in a form that compares by value: one character of data per byte.
 */
record Seen(String name, String data) {

    static final Seen COMMENT = new Seen("(a comment)", null);

    static Seen event(String name, String text) {
        return new Seen(name, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    static Seen of(SseEvent event) {
        return event == null ? null : new Seen(event.name(), new String(event.data(), StandardCharsets.ISO_8859_1));
    }
}
