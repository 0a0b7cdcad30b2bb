package io.github.llmchat.error;

import io.github.llmchat.model.ChatCompletion;

/**
 * A stream ended with neither a finish reason nor {@code [DONE]}, or the connection broke in the middle of it.
 */
public final class StreamTruncatedException extends StreamException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param partial what was received of the answer, or {@code null}
     */
    public StreamTruncatedException(String message, ErrorDetails details, ChatCompletion partial) {
        this(message, details, partial, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param partial what was received of the answer, or {@code null}
     * @param cause   the exception behind this one, or {@code null}
     */
    public StreamTruncatedException(String message, ErrorDetails details, ChatCompletion partial, Throwable cause) {
        super(message, details, partial, cause);
    }
}
