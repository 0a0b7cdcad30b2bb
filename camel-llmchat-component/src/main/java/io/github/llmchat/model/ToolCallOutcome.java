package io.github.llmchat.model;

/** How a tool call ended. */
public enum ToolCallOutcome {

    /** The tool gave a result. */
    SUCCESS,
    /** There is no tool of that name among those that were offered. */
    UNKNOWN_TOOL,
    /** The arguments are no JSON object, or violate the tool's schema. The tool was not run. */
    INVALID_ARGUMENTS,
    /** Approval was refused, or did not come in time. The tool was not run. */
    REFUSED,
    /** The tool ended with an exception. */
    FAILED,
    /** The tool gave no result in time. It may still be at work. */
    TIMED_OUT
}
