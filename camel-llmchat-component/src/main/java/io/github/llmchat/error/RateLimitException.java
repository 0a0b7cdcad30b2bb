package io.github.llmchat.error;

/**
 * Too many requests or tokens in too short a time (HTTP 429), after all retries. {@link #retryAfter()} is what the
 * gateway asked for, if it did.
 */
public final class RateLimitException extends ChatException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public RateLimitException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public RateLimitException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "RATE_LIMIT";
    }
}
