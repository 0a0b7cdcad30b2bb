package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One server-sent event. Two events with equal bytes in different arrays are not equal.
 *
 * @param name the value of the last {@code event} field, or null when the event had none or an empty one, which means
 *             "message"
 * @param data the values of the {@code data} lines joined with LF, as they came in (UTF-8, not checked); never null,
 *             empty for one empty line; owned by the receiver
 */
public record SseEvent(String name, byte[] data) {

    /**
     * Creates an event. The array is not copied.
     *
     * @throws NullPointerException if data is null
     */
    public SseEvent {
        Objects.requireNonNull(data, "data");
    }

    /**
     * Whether the event carried exactly this name. False for every argument when it carried none, "message" included.
     *
     * @param  expected the name, compared case-sensitively
     * @return          true if they are equal
     */
    public boolean hasName(String expected) {
        return name != null && name.equals(expected);
    }

    /**
     * Decodes the data. Each call makes a new string.
     *
     * @return the data as text, with U+FFFD in place of what is not UTF-8
     */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
