package io.github.llmchat.error;

import io.github.llmchat.model.ToolCallOutcome;

/**
 * A tool call ended in a way that fails the exchange, by the options {@code toolExecutionErrorStrategy},
 * {@code hallucinatedToolNameStrategy}, {@code invalidToolArgumentsStrategy} and {@code toolRefusalStrategy}.
 * {@link #getCause()} is the tool's own exception, if it ended with one; {@link #conversation()} has what was said and
 * called before.
 */
public final class ToolException extends ChatException {

    /** @serial the tool's name */
    private final String toolName;
    /** @serial how the call ended */
    private final ToolCallOutcome outcome;

    /**
     * @param message  what happened, without arguments and results
     * @param details  what is known about the call of the model
     * @param toolName the name that the model called
     * @param outcome  how the tool call ended
     * @param cause    the tool's own exception, or {@code null}
     */
    public ToolException(String message, ErrorDetails details, String toolName, ToolCallOutcome outcome, Throwable cause) {
        super(message, details, null, cause);
        this.toolName = toolName;
        this.outcome = outcome;
    }

    /**
     * The tool that was called.
     *
     * @return the name as the model gave it, or {@code null} if it gave none
     */
    public String toolName() {
        return toolName;
    }

    /**
     * How the call ended.
     *
     * @return the outcome, never {@link ToolCallOutcome#SUCCESS}
     */
    public ToolCallOutcome outcome() {
        return outcome;
    }

    @Override
    public String category() {
        return outcome == ToolCallOutcome.FAILED || outcome == ToolCallOutcome.TIMED_OUT ? "SERVER_ERROR" : "VALIDATION";
    }
}
