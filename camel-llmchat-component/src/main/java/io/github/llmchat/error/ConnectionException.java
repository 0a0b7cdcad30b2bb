package io.github.llmchat.error;

/**
 * No answer was had: the name was not resolved, the connection was refused or broke before the first chunk, after all
 * retries. {@link #httpStatus()} is 0.
 */
public final class ConnectionException extends ChatException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public ConnectionException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public ConnectionException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "SERVER_ERROR";
    }
}
