package io.github.llmchat;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.llmchat.model.Json;
import org.apache.camel.Message;

/** Top-level fields of the request that have no option of their own. */
final class AdditionalBody {

    private final ObjectNode fixed = Json.object();

    AdditionalBody(LlmChatConfiguration options) {
        options.getAdditionalBodyProperty()
                .forEach((name, value) -> set(fixed, "additionalBodyProperty." + name, name, jsonOrText(value)));
        merge(fixed, "additionalBody", JsonObjects.object("additionalBody", options.getAdditionalBody()));
    }

    /** What the endpoint adds, where the request itself says nothing. */
    void addMissingTo(ObjectNode request) {
        for (Map.Entry<String, JsonNode> field : fixed.properties()) {
            if (!request.hasNonNull(field.getKey())) {
                request.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    /** What the message's header adds; it goes before all else. */
    void addOwnTo(ObjectNode request, Message message) {
        Object own = message.getHeader(LlmChatConstants.ADDITIONAL_BODY);
        merge(request, LlmChatConstants.ADDITIONAL_BODY, JsonObjects.object(LlmChatConstants.ADDITIONAL_BODY, own));
    }

    private static void merge(ObjectNode target, String option, ObjectNode fields) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            set(target, option, field.getKey(), field.getValue());
        }
    }

    /** Three of them decide how the call is made and read; a second way to set them would contradict the first. */
    private static void set(ObjectNode target, String option, String name, JsonNode value) {
        switch (name) {
            case "stream" -> throw new IllegalArgumentException(option + " can't set stream: use the option streaming");
            case "model" -> throw new IllegalArgumentException(
                    option + " can't set model: use the endpoint's path or the header " + LlmChatConstants.MODEL);
            case "messages" -> throw new IllegalArgumentException(option + " can't set messages: they are the message body");
            // one field of it is an option's own
            case "stream_options" -> target.set(name, merged(target.get(name), value));
            default -> target.set(name, value);
        }
    }

    private static JsonNode merged(JsonNode before, JsonNode value) {
        return before instanceof ObjectNode object && value instanceof ObjectNode more
                ? object.deepCopy().<ObjectNode> setAll(more) : value;
    }

    private static JsonNode jsonOrText(Object value) {
        if (!(value instanceof String text)) {
            return Json.mapper().valueToTree(value);
        }
        JsonNode json = JsonValues.parsed(text);
        return json == null || json.isMissingNode() ? TextNode.valueOf(text) : json;
    }
}
