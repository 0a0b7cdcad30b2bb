package io.github.llmchat.error;

import io.github.llmchat.model.ChatCompletion;

/**
 * A stream was cancelled on our side: its reader closed it, its subscription was cancelled, its route was stopped, or
 * somebody asked for it by the stream's id.
 */
public final class StreamCancelledException extends StreamException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param partial what was received of the answer, or {@code null}
     */
    public StreamCancelledException(String message, ErrorDetails details, ChatCompletion partial) {
        this(message, details, partial, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param partial what was received of the answer, or {@code null}
     * @param cause   the exception behind this one, or {@code null}
     */
    public StreamCancelledException(String message, ErrorDetails details, ChatCompletion partial, Throwable cause) {
        super(message, details, partial, cause);
    }

    @Override
    public String category() {
        return "UNKNOWN";
    }
}
