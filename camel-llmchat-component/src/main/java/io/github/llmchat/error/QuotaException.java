package io.github.llmchat.error;

/**
 * The account has no money or quota left (HTTP 402, or 429 with the code {@code insufficient_quota}). Waiting does not
 * help, so it is never retried.
 */
public final class QuotaException extends ChatException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public QuotaException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public QuotaException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "RATE_LIMIT";
    }
}
