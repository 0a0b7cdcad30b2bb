package io.github.llmchat.error;

/**
 * The gateway or a server behind it failed (HTTP 5xx), or its answer is not one of the Chat Completions API, after all
 * retries.
 */
public final class ServerException extends ChatException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public ServerException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public ServerException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "SERVER_ERROR";
    }
}
