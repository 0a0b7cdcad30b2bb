package io.github.llmchat.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One of the answers in a completion; there is more than one only if {@code n} asked for it. Immutable.
 */
public final class Choice extends JsonView {

    Choice(ObjectNode tree) {
        super(tree);
    }

    /**
     * The number of the answer.
     *
     * @return the number, from 0; 0 if none was sent
     */
    public int index() {
        Integer index = Fields.index(tree());
        return index == null ? 0 : index;
    }

    /**
     * The answer. A role that was not sent is {@code assistant}.
     *
     * @return the message, an empty one if there is none
     */
    public ChatMessage message() {
        return ChatMessage.ofAnswer(Fields.object(tree(), "message"));
    }

    /**
     * Why the answer ended.
     *
     * @return {@code stop}, {@code length}, {@code tool_calls}, {@code content_filter} or any other word that the
     *         server sent, or {@code null}
     */
    public String finishReason() {
        return Fields.text(tree(), "finish_reason");
    }

    /**
     * The log probabilities of the answer's tokens, where they were asked for.
     *
     * @return a copy of the object with {@code content} and {@code refusal}, or {@code null}
     */
    public JsonNode logprobs() {
        ObjectNode logprobs = Fields.object(tree(), "logprobs");
        return logprobs == null ? null : logprobs.deepCopy();
    }

    /** Describes the answer without its text. */
    @Override
    public String toString() {
        return "Choice[index=" + index() + ", finishReason=" + finishReason() + ", " + message().content().length()
               + " characters]";
    }
}
