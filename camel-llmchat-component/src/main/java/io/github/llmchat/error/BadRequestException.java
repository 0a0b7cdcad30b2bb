package io.github.llmchat.error;

/**
 * The gateway refused the request as it is (HTTP 400, 413, 422 and their like). Sending it again does not help.
 */
public sealed class BadRequestException extends ChatException permits ContextLengthException {

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     */
    public BadRequestException(String message, ErrorDetails details) {
        this(message, details, null);
    }

    /**
     * @param message what happened, without keys and prompt text
     * @param details what the gateway said
     * @param cause   the exception behind this one, or {@code null}
     */
    public BadRequestException(String message, ErrorDetails details, Throwable cause) {
        super(message, details, null, cause);
    }

    @Override
    public String category() {
        return "VALIDATION";
    }
}
