package io.github.llmchat.error;

import io.github.llmchat.model.ChatCompletion;

/**
 * The gateway reported an error inside a stream that had begun with HTTP 200. Its type and code are in
 * {@link #details()}.
 */
public final class StreamErrorException extends StreamException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param partial what was received of the answer, or {@code null}
     */
    public StreamErrorException(String message, ErrorDetails details, ChatCompletion partial) {
        this(message, details, partial, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param partial what was received of the answer, or {@code null}
     * @param cause   the exception behind this one, or {@code null}
     */
    public StreamErrorException(String message, ErrorDetails details, ChatCompletion partial, Throwable cause) {
        super(message, details, partial, cause);
    }
}
