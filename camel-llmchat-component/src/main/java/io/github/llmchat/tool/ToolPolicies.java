package io.github.llmchat.tool;

import io.github.llmchat.model.ToolCallOutcome;

/**
 * Internal. Which outcomes fail the exchange; all others are told to the model, which may try something else.
 *
 * @param failOnUnknownTool      if the model calls a tool that was not offered
 * @param failOnInvalidArguments if the arguments violate the schema
 * @param failOnRefusal          if approval was refused
 * @param failOnFailure          if the tool fails or is late
 */
public record ToolPolicies(boolean failOnUnknownTool, boolean failOnInvalidArguments, boolean failOnRefusal,
        boolean failOnFailure) {

    /** Whether a result with this outcome ends the loop. */
    public boolean fails(ToolCallOutcome outcome) {
        return switch (outcome) {
            case SUCCESS -> false;
            case UNKNOWN_TOOL -> failOnUnknownTool;
            case INVALID_ARGUMENTS -> failOnInvalidArguments;
            case REFUSED -> failOnRefusal;
            case FAILED, TIMED_OUT -> failOnFailure;
        };
    }
}
