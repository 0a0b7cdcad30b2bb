package io.github.llmchat;

/** What becomes of a tool call that brings no result. The constants are spelt as the options take them. */
public enum LlmChatToolErrorStrategy {

    /** The exchange fails with a {@link io.github.llmchat.error.ToolException}. */
    failExchange,

    /** The model is told, and asked again: it may correct itself, or answer without. */
    repromptModel
}
