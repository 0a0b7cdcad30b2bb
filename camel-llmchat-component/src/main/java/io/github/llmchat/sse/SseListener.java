package io.github.llmchat.sse;

/**
 * Receives what an {@link SseParser} finds, in the order of the stream and on the thread that called
 * {@link SseParser#feed}. It must not call the parser. What it throws comes out of {@code feed}; the parser must not be
 * used after that.
 */
public interface SseListener {

    /**
     * An event has ended with its blank line.
     *
     * @param event the event, owned by the listener from here on
     */
    void event(SseEvent event);

    /**
     * A comment line has ended. Servers send such lines to keep a quiet connection open. Does nothing by default.
     */
    default void comment() {
    }
}
