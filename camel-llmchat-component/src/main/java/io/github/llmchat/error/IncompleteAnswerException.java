package io.github.llmchat.error;

import io.github.llmchat.model.ChatCompletion;

/**
 * The answer ended for a reason that the option {@code failOnFinishReason} names, such as {@code length} or
 * {@code content_filter}. {@link #partialCompletion()} is the answer.
 */
public final class IncompleteAnswerException extends ChatException {

    /** @serial why the answer ended */
    private final String finishReason;

    /**
     * @param message      what happened, without keys and prompt text
     * @param details      what is known about the call
     * @param finishReason the reason that the model's answer ended for
     * @param completion   the answer
     * @param cause        the exception behind this one, or {@code null}
     */
    public IncompleteAnswerException(String message, ErrorDetails details, String finishReason, ChatCompletion completion,
                                     Throwable cause) {
        super(message, details, completion, cause);
        this.finishReason = finishReason;
    }

    /**
     * The exception for an answer, with a message that names the reason and the option.
     *
     * @param  finishReason the reason that the model's answer ended for
     * @param  details      what is known about the call
     * @param  completion   the answer
     * @return              the exception
     */
    public static IncompleteAnswerException of(String finishReason, ErrorDetails details, ChatCompletion completion) {
        String message = "The answer ended with the finish reason " + finishReason + " (option failOnFinishReason)";
        return new IncompleteAnswerException(message, details, finishReason, completion, null);
    }

    /**
     * The reason that the model's answer ended for.
     *
     * @return the finish reason, as the gateway sent it
     */
    public String finishReason() {
        return finishReason;
    }

    @Override
    public String category() {
        return "UNKNOWN";
    }
}
