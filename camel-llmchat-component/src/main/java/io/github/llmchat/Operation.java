package io.github.llmchat;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** What a producer does with an exchange: one class for each value of the option {@code operation}. */
interface Operation {

    /** Takes hold of what calls need. */
    default void start() throws Exception {
        // most need nothing
    }

    /** Gives back what {@link #start} took; the calls have been cancelled before. */
    default void stop() {
        // most have nothing
    }

    /**
     * Sends the exchange's request and returns; the callback is told when the answer is there.
     *
     * @throws RuntimeException if nothing was sent; then the callback is not told
     */
    void call(Exchange exchange, AsyncCallback callback);
}
