package io.github.llmchat.tool;

import java.util.List;

import io.github.llmchat.model.ToolCallOutcome;

/**
 * Internal. What became of a tool call. Immutable.
 *
 * @param outcome how it ended
 * @param text    what the model is told: the result, or in plain words why there is none. The words never hold what an
 *                exception says, because a model may repeat them to anybody
 * @param cause   the exception behind a failure, or null
 */
public record ToolResult(ToolCallOutcome outcome, String text, Throwable cause) {

    /** The tool gave this. */
    public static ToolResult success(String text) {
        return new ToolResult(ToolCallOutcome.SUCCESS, text, null);
    }

    /** There is no such tool. */
    public static ToolResult unknownTool() {
        return new ToolResult(ToolCallOutcome.UNKNOWN_TOOL, "There is no tool of this name. Use one of those offered.", null);
    }

    /** @param violations places and rules, without values of the arguments */
    public static ToolResult invalidArguments(List<String> violations) {
        return new ToolResult(
                ToolCallOutcome.INVALID_ARGUMENTS,
                "The arguments are not what the tool takes: " + String.join("; ", violations), null);
    }

    /** @param reason words of whoever refused, or null */
    public static ToolResult refused(String reason) {
        return new ToolResult(
                ToolCallOutcome.REFUSED,
                reason == null || reason.isBlank() ? "This call was not approved." : "This call was not approved: " + reason,
                null);
    }

    /** @param cause what the model is not told */
    public static ToolResult failed(Throwable cause) {
        return failed("The tool failed.", cause);
    }

    /**
     * @param text  what the model is told
     * @param cause what it is not told, or null
     */
    public static ToolResult failed(String text, Throwable cause) {
        return new ToolResult(ToolCallOutcome.FAILED, text, cause);
    }

    /** @param limit which time is over, such as {@code timeout=60s of the tool} */
    public static ToolResult timedOut(String limit) {
        return new ToolResult(ToolCallOutcome.TIMED_OUT, "The tool gave no result in time (" + limit + ").", null);
    }

    /** Whether the tool gave a result. */
    public boolean succeeded() {
        return outcome == ToolCallOutcome.SUCCESS;
    }

    /** A result may be anything: it is not for a log. */
    @Override
    public String toString() {
        return "ToolResult[" + outcome + "]";
    }
}
