package io.github.llmchat.error;

import io.github.llmchat.model.ChatCompletion;

/**
 * A bound that an option sets was reached: the size of an event or of an answer, the rounds or tokens of a tool loop.
 */
public final class LimitException extends ChatException {

    /** @serial which option sets the bound */
    private final String option;
    /** @serial its value */
    private final long limit;

    /**
     * @param message what happened, without keys and prompt text
     * @param details what is known about the call
     * @param option  the option that sets the bound, such as {@code maxEventSize}
     * @param limit   its value
     * @param partial what was received of the answer, or {@code null}
     * @param cause   the exception behind this one, or {@code null}
     */
    public LimitException(String message, ErrorDetails details, String option, long limit, ChatCompletion partial,
                          Throwable cause) {
        super(message, details, partial, cause);
        this.option = option;
        this.limit = limit;
    }

    /**
     * The exception for a bound that was reached, with a message that names the option and its value.
     *
     * @param  what    what went over the bound, as the beginning of a sentence, such as
     *                 {@code "An event of the stream"}
     * @param  option  the option that sets the bound, such as {@code maxEventSize}
     * @param  limit   its value
     * @param  details what is known about the call
     * @param  partial what was received of the answer, or {@code null}
     * @return         the exception
     */
    public static LimitException of(String what, String option, long limit, ErrorDetails details, ChatCompletion partial) {
        String message = what + " goes beyond " + limit + " (option " + option + ")";
        return new LimitException(message, details, option, limit, partial, null);
    }

    /**
     * The option that sets the bound.
     *
     * @return the name of the option, such as {@code maxEventSize}
     */
    public String option() {
        return option;
    }

    /**
     * The value of the option.
     *
     * @return the value: bytes, rounds or tokens
     */
    public long limit() {
        return limit;
    }

    @Override
    public String category() {
        return "VALIDATION";
    }
}
