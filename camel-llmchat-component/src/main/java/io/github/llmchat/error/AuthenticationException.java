package io.github.llmchat.error;

/**
 * The gateway does not accept the API key, or none was sent (HTTP 401); or an HTTP proxy does not accept its user name
 * and password (HTTP 407).
 */
public final class AuthenticationException extends ChatException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public AuthenticationException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public AuthenticationException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "AUTH";
    }
}
