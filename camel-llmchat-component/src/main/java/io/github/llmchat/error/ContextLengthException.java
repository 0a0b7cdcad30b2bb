package io.github.llmchat.error;

/**
 * The conversation, or the conversation and the answer asked for, does not fit into the model's context window.
 */
public final class ContextLengthException extends BadRequestException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public ContextLengthException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public ContextLengthException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, cause);
    }
}
