package io.github.llmchat.error;

import io.github.llmchat.model.ChatCompletion;

/**
 * A stream that had begun did not come to its end. {@link #partialCompletion()} is what was received of the answer.
 */
public abstract sealed class StreamException extends ChatException
        permits StreamTruncatedException, StreamErrorException, StreamCancelledException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param partial what was received of the answer, or {@code null}
     * @param cause   the exception behind this one, or {@code null}
     */
    StreamException(String message, ErrorDetails details, ChatCompletion partial, Throwable cause) {
        super(message, details, partial, cause);
    }

    @Override
    public String category() {
        return "SERVER_ERROR";
    }
}
