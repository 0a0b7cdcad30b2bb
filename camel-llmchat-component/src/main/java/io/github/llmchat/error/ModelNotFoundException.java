package io.github.llmchat.error;

/**
 * The gateway does not know the model, or the URL is not that of a Chat Completions API (HTTP 404). The URL is in
 * {@link #url()}.
 */
public final class ModelNotFoundException extends ChatException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public ModelNotFoundException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public ModelNotFoundException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "VALIDATION";
    }
}
