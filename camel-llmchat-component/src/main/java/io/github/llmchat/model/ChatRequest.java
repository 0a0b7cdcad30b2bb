package io.github.llmchat.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is asked of a model: the conversation, and any other field of the call. Immutable.
 */
public final class ChatRequest extends JsonView {

    private ChatRequest(ObjectNode tree) {
        super(tree);
    }

    /**
     * A request with nothing but messages.
     *
     * @param  messages the conversation
     * @return          the request
     */
    public static ChatRequest of(List<ChatMessage> messages) {
        ObjectNode tree = Json.object();
        tree.set("messages", array(messages));
        return new ChatRequest(tree);
    }

    /**
     * A request with nothing but messages.
     *
     * @param  messages the conversation
     * @return          the request
     */
    public static ChatRequest of(ChatMessage... messages) {
        return of(List.of(messages));
    }

    /**
     * The request that a JSON text is.
     *
     * @param  json                     an object with {@code messages}
     * @return                          the request
     * @throws IllegalArgumentException if the text is no request; the message says what is wrong
     */
    public static ChatRequest fromJson(String json) {
        return new ChatRequest(checked(Json.parseArgument("A request", json)));
    }

    /**
     * The request that a JSON text is.
     *
     * @param  json                     an object with {@code messages}, in UTF-8
     * @return                          the request
     * @throws IllegalArgumentException if the text is no request; the message says what is wrong
     */
    public static ChatRequest fromJson(byte[] json) {
        return new ChatRequest(checked(Json.parseArgument("A request", json)));
    }

    /**
     * The request that a tree is.
     *
     * @param  tree                     an object with {@code messages}; it is copied
     * @return                          the request
     * @throws IllegalArgumentException if the tree is no request; the message says what is wrong
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatRequest fromTree(JsonNode tree) {
        return new ChatRequest(checked(tree).deepCopy());
    }

    private static ObjectNode checked(JsonNode tree) {
        ObjectNode object = Fields.requireObject("A request", tree);
        JsonNode messages = object.get("messages");
        if (messages == null || !messages.isArray()) {
            throw new IllegalArgumentException("A request must have messages, an array of objects with a role");
        }
        for (int i = 0; i < messages.size(); i++) {
            if (!messages.get(i).isObject() || Fields.string(messages.get(i), "role") == null) {
                throw new IllegalArgumentException("messages[" + i + "] must be an object with a role");
            }
        }
        return object;
    }

    private static ArrayNode array(List<ChatMessage> messages) {
        ArrayNode array = Json.mapper().createArrayNode();
        messages.forEach(message -> array.add(message.tree()));
        return array;
    }

    /**
     * The model that is asked.
     *
     * @return the model, or {@code null}
     */
    public String model() {
        return Fields.string(tree(), "model");
    }

    /**
     * The conversation.
     *
     * @return the messages, the oldest first
     */
    public List<ChatMessage> messages() {
        return Fields.objects(tree(), "messages", ChatMessage::new);
    }

    /**
     * Whether the answer is to be streamed.
     *
     * @return {@code true} if the field {@code stream} is
     */
    public boolean stream() {
        return tree().path("stream").booleanValue();
    }

    /**
     * A copy with a field set. A field that is there already keeps its place.
     *
     * @param  field                    the name as it is on the wire
     * @param  value                    the value, which is copied; {@code null} sets a JSON null
     * @return                          the copy
     * @throws IllegalArgumentException if the field is {@code messages} and the value is not a list of messages
     */
    public ChatRequest with(String field, JsonNode value) {
        ObjectNode copy = Fields.with(tree(), field, value);
        return new ChatRequest("messages".equals(field) ? checked(copy) : copy);
    }

    /**
     * A copy without a field.
     *
     * @param  field                    the name as it is on the wire
     * @return                          the copy
     * @throws IllegalArgumentException if the field is {@code messages}
     */
    public ChatRequest without(String field) {
        ObjectNode copy = Fields.shallowCopy(tree());
        copy.remove(field);
        return new ChatRequest("messages".equals(field) ? checked(copy) : copy);
    }

    /**
     * A copy for another model.
     *
     * @param  model the model, or {@code null} for none
     * @return       the copy
     */
    public ChatRequest withModel(String model) {
        return model == null ? without("model") : with("model", Json.mapper().getNodeFactory().textNode(model));
    }

    /**
     * A copy with another conversation.
     *
     * @param  messages the messages, the oldest first
     * @return          the copy
     */
    public ChatRequest withMessages(List<ChatMessage> messages) {
        ObjectNode copy = Fields.shallowCopy(tree());
        copy.set("messages", array(messages));
        return new ChatRequest(copy);
    }

    /**
     * The request as it is sent.
     *
     * @return the JSON in UTF-8
     */
    public byte[] toBytes() {
        return Json.bytes(tree());
    }

    /** Describes the request without its texts. */
    @Override
    public String toString() {
        return "ChatRequest[model=" + model() + ", " + tree().get("messages").size() + " messages]";
    }
}
