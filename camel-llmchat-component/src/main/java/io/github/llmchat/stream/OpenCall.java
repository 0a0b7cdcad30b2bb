package io.github.llmchat.stream;

import java.util.concurrent.Executor;

/** Internal. A call that has not ended yet and can be cancelled. Thread-safe. */
public interface OpenCall {

    /** The id under which it can be cancelled. */
    String id();

    /** Whether its answer is streamed. */
    boolean streaming();

    /** Chunks that have arrived and wait for the route. */
    int buffered();

    /**
     * Ends the call: the connection is closed and who waits for the answer gets a
     * {@link io.github.llmchat.error.StreamCancelledException}.
     *
     * @param  why      the reason in a few words
     * @param  cause    what led to it, or null
     * @param  executor where the one who waits goes on
     * @return          false if it had ended before
     */
    boolean cancel(String why, Throwable cause, Executor executor);

    /** Whether it has ended: a call that was cancelled just before it was sent must not be remembered. */
    default boolean hasEnded() {
        return false;
    }
}
