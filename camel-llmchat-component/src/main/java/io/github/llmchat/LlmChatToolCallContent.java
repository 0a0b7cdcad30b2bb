package io.github.llmchat;

/**
 * What is sent as the content of an assistant message that has tool calls and no text; servers do not agree on what
 * they accept. The constants are spelt as the option {@code toolCallContent} takes them.
 */
public enum LlmChatToolCallContent {

    /** What the message has: null in what gateways send and in what is accumulated from a stream. */
    asGiven,

    /** An empty text. */
    empty,

    /** No field {@code content}. */
    absent
}
