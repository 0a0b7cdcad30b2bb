package io.github.llmchat.error;

import java.util.List;

import io.github.llmchat.model.ChatCompletion;

/**
 * The answer does not match the schema that was asked for (options {@code jsonSchema}, {@code outputClass}), also not
 * after the repairs that {@code maxRepairs} allows, or the model refused to give one. {@link #partialCompletion()} is
 * the last answer.
 */
public final class OutputSchemaException extends ChatException {

    /** @serial what is wrong with the answer */
    private final List<String> violations;

    /**
     * @param message    what happened, without keys, prompt text and words of the answer
     * @param details    what is known about the call
     * @param violations the places of the answer and the rules that they break; none if there was nothing to check
     * @param completion the answer
     * @param cause      the exception behind this one, or {@code null}
     */
    public OutputSchemaException(String message, ErrorDetails details, List<String> violations, ChatCompletion completion,
                                 Throwable cause) {
        super(message, details, completion, cause);
        this.violations = List.copyOf(violations);
    }

    /**
     * What is wrong with the answer: places and rules, never the answer's own words.
     *
     * @return one text for each violation found; empty if the model refused or its answer was cut off
     */
    public List<String> violations() {
        return violations;
    }

    @Override
    public String category() {
        return "UNKNOWN";
    }
}
