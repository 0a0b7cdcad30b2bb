package io.github.llmchat.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One message of a conversation, by a person, a model or a tool. Immutable.
 */
public final class ChatMessage extends JsonView {

    ChatMessage(ObjectNode tree) {
        super(tree);
    }

    /**
     * Instructions to the model.
     *
     * @param  text the text
     * @return      a message with the role {@code system}
     */
    public static ChatMessage system(String text) {
        return of("system", text);
    }

    /**
     * Instructions to the model, under the name that newer models of OpenAI have for them.
     *
     * @param  text the text
     * @return      a message with the role {@code developer}
     */
    public static ChatMessage developer(String text) {
        return of("developer", text);
    }

    /**
     * What a person says.
     *
     * @param  text the text
     * @return      a message with the role {@code user}
     */
    public static ChatMessage user(String text) {
        return of("user", text);
    }

    /**
     * What a person says, with images, audio or files.
     *
     * @param  parts the parts, one or more
     * @return       a message with the role {@code user}
     */
    public static ChatMessage user(List<ContentPart> parts) {
        ObjectNode tree = Json.object();
        ArrayNode content = tree.put("role", "user").putArray("content");
        parts.forEach(part -> content.add(part.tree()));
        return new ChatMessage(tree);
    }

    /**
     * What a model said.
     *
     * @param  text the text
     * @return      a message with the role {@code assistant}
     */
    public static ChatMessage assistant(String text) {
        return of("assistant", text);
    }

    /**
     * The result of a tool call.
     *
     * @param  toolCallId the id of the call that it answers
     * @param  text       the result
     * @return            a message with the role {@code tool}
     */
    public static ChatMessage tool(String toolCallId, String text) {
        ObjectNode tree = Json.object();
        tree.put("role", "tool").put("tool_call_id", toolCallId).put("content", text);
        return new ChatMessage(tree);
    }

    /**
     * The message that a tree is.
     *
     * @param  tree                     an object with a {@code role}; it is copied
     * @return                          the message
     * @throws IllegalArgumentException if the tree is no message
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatMessage fromTree(JsonNode tree) {
        ObjectNode object = Fields.requireObject("A message", tree);
        if (Fields.string(object, "role") == null) {
            throw new IllegalArgumentException("A message must have a role");
        }
        return new ChatMessage(object.deepCopy());
    }

    /**
     * The message that a JSON text is.
     *
     * @param  json                     an object with a {@code role}
     * @return                          the message
     * @throws IllegalArgumentException if the text is no message
     */
    public static ChatMessage fromJson(String json) {
        return fromTree(Json.parseArgument("A message", json));
    }

    /** An answer's message: its role may be missing, and is needed when the message goes back to the model. */
    static ChatMessage ofAnswer(ObjectNode message) {
        if (message == null) {
            return assistant("");
        }
        if (Fields.string(message, "role") != null) {
            return new ChatMessage(message);
        }
        return new ChatMessage(Fields.shallowCopy(message).put("role", "assistant"));
    }

    private static ChatMessage of(String role, String text) {
        ObjectNode tree = Json.object();
        return new ChatMessage(tree.put("role", role).put("content", text));
    }

    /**
     * Who speaks.
     *
     * @return {@code system}, {@code developer}, {@code user}, {@code assistant}, {@code tool} or what else was given
     */
    public String role() {
        return Fields.string(tree(), "role");
    }

    /**
     * The text. If the content is a list of parts, that of its text parts, one directly after the other.
     *
     * @return the text, "" if there is none
     */
    public String content() {
        return ContentText.content(tree());
    }

    /**
     * The parts of the content. A content that is a text is one part.
     *
     * @return the parts in their order, empty if there is no content
     */
    public List<ContentPart> parts() {
        String text = tree().path("content").textValue();
        return text == null ? Fields.objects(tree(), "content", ContentPart::new) : List.of(ContentPart.text(text));
    }

    /**
     * What the model thought before it answered, under whichever of its names it came.
     *
     * @return the reasoning, or {@code null}
     */
    public String reasoningContent() {
        return ContentText.reasoning(tree());
    }

    /**
     * Why the model refused to answer.
     *
     * @return the refusal, or {@code null}
     */
    public String refusal() {
        return Fields.string(tree(), "refusal");
    }

    /**
     * What the model said aloud.
     *
     * @return the audio, or {@code null} if there is none
     */
    public Audio audio() {
        ObjectNode audio = Fields.object(tree(), "audio");
        return audio == null ? null : new Audio(audio);
    }

    /**
     * The sources that the model names for what it says, as objects such as one of type {@code url_citation}.
     *
     * @return copies of the annotations, empty if there are none
     */
    public List<JsonNode> annotations() {
        return Fields.objects(tree(), "annotations", ObjectNode::deepCopy);
    }

    /**
     * The name of who speaks, to tell apart speakers of one role.
     *
     * @return the name, or {@code null}
     */
    public String name() {
        return Fields.string(tree(), "name");
    }

    /**
     * The id of the tool call whose result this is.
     *
     * @return the id, or {@code null}
     */
    public String toolCallId() {
        return Fields.text(tree(), "tool_call_id");
    }

    /**
     * The tools that the model wants to have called.
     *
     * @return the calls in the model's order, empty if there are none
     */
    public List<ToolCall> toolCalls() {
        return Fields.objects(tree(), "tool_calls", ToolCall::new);
    }

    /**
     * A copy with a field set, known to this class or not.
     *
     * @param  field                    the name as it is on the wire
     * @param  value                    the value, which is copied; {@code null} sets a JSON null
     * @return                          the copy
     * @throws IllegalArgumentException if the field is {@code role} and the value no text
     */
    public ChatMessage with(String field, JsonNode value) {
        return fromTree(Fields.with(tree(), field, value));
    }

    /** Describes the message without its text. */
    @Override
    public String toString() {
        return "ChatMessage[role=" + role() + ", " + content().length() + " characters]";
    }
}
