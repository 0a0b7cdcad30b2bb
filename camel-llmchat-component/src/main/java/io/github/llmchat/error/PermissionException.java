package io.github.llmchat.error;

/**
 * The API key is known and may not do this: the model, the region or the content is barred (HTTP 403).
 */
public final class PermissionException extends ChatException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public PermissionException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public PermissionException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "AUTH";
    }
}
