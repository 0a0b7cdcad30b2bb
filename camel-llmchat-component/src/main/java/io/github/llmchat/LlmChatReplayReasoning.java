package io.github.llmchat;

/**
 * What happens to the reasoning in a conversation's assistant messages when it goes back to a model. Some models demand
 * it (DeepSeek with tools), some servers refuse it (Mistral), and they differ in the field's name. The constants are
 * spelt as the option {@code replayReasoning} takes them.
 */
public enum LlmChatReplayReasoning {

    /** Sent unchanged, under the name that it came with. */
    asReceived,

    /** Left out: no {@code reasoning_content}, {@code reasoning} or {@code reasoning_details}. */
    none,

    /** Sent as {@code reasoning_content}, whatever it came as. */
    reasoning_content,

    /** Sent as {@code reasoning}, whatever it came as. */
    reasoning
}
