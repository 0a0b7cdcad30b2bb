package io.github.llmchat.model;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a chunk adds to one of the answers. The fields of the choice itself are had with {@link #get}, those of its
 * delta with {@code get("delta")}. Immutable.
 */
public final class ChoiceDelta extends JsonView {

    ChoiceDelta(ObjectNode choice) {
        super(choice);
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
     * The role of who speaks. Servers send it once, in every chunk, or never.
     *
     * @return the role, or {@code null}
     */
    public String role() {
        return Fields.string(delta(), "role");
    }

    /**
     * The next piece of text.
     *
     * @return the piece, "" if there is none
     */
    public String content() {
        return ContentText.content(delta());
    }

    /**
     * The next piece of reasoning, under whichever of its names it came.
     *
     * @return the piece, or {@code null}
     */
    public String reasoningContent() {
        return ContentText.reasoning(delta());
    }

    /**
     * The name of the field that the reasoning came in. Models that need their reasoning back need it under this name.
     *
     * @return {@code reasoning_content} or {@code reasoning}, or {@code null} if it came in neither
     */
    public String reasoningField() {
        return ContentText.reasoningField(delta());
    }

    /**
     * The next piece of a refusal to answer.
     *
     * @return the piece, or {@code null}
     */
    public String refusal() {
        return Fields.string(delta(), "refusal");
    }

    /**
     * The next pieces of tool calls.
     *
     * @return the pieces, empty if there are none
     */
    public List<ToolCallDelta> toolCallDeltas() {
        return Fields.objects(delta(), "tool_calls", ToolCallDelta::new);
    }

    /**
     * Why the answer ended.
     *
     * @return the reason, or {@code null} as long as there is more to come
     */
    public String finishReason() {
        return Fields.text(tree(), "finish_reason");
    }

    /**
     * The log probabilities of the tokens in this piece, where they were asked for.
     *
     * @return a copy of the object with {@code content} and {@code refusal}, or {@code null}
     */
    public JsonNode logprobs() {
        ObjectNode logprobs = Fields.object(tree(), "logprobs");
        return logprobs == null ? null : logprobs.deepCopy();
    }

    private JsonNode delta() {
        return tree().path("delta");
    }

    /** Describes the delta without its text. */
    @Override
    public String toString() {
        return "ChoiceDelta[index=" + index() + ", finishReason=" + finishReason() + ", " + content().length()
               + " characters]";
    }
}
