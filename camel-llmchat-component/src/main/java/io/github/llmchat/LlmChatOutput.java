package io.github.llmchat;

/** What the message body is after a call. The constants are spelt as the option {@code output} takes them. */
public enum LlmChatOutput {

    /** The text of the answer, a {@code String}; with several answers the list of their texts. */
    text,

    /** The first answer's message, a {@code ChatMessage}. */
    message,

    /** The whole answer, a {@code ChatCompletion}. */
    completion,

    /** The whole answer's JSON: as received, or as accumulated from a stream. */
    json,

    /** The spoken answer, a {@code byte[]} in the format that {@code audioFormat} asked for. */
    audio,

    /** The chunks as they arrive, a {@code ChatStream}. Streams on the wire whatever {@code streaming} says. */
    stream
}
