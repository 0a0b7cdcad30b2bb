package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A whole stream, what it must report, and what is left when it ends (null for nothing).
 */
record SseCase(String title, byte[] bytes, List<Seen> expected, Seen left) {

    static SseCase of(String title, String stream, Seen... expected) {
        return of(title, stream.getBytes(StandardCharsets.UTF_8), expected);
    }

    static SseCase of(String title, byte[] stream, Seen... expected) {
        return new SseCase(title, stream, List.of(expected), null);
    }

    SseCase leaving(Seen event) {
        return new SseCase(title, bytes, expected, event);
    }

    @Override
    public String toString() {
        return title;
    }
}
