package io.github.llmchat.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;

/**
 * What one delta says of a tool call; {@code null} for what it does not say, an empty text included.
 *
 * @param index     the number of the call, not negative
 * @param id        the id; a number is taken as text
 * @param name      the name of the function or custom tool
 * @param arguments the arguments or the input, or a part of them; an object is written as text
 * @param custom    whether it is a piece of a custom tool's call
 * @param delta     the delta itself
 */
record ToolCallPiece(Integer index, String id, String name, String arguments, boolean custom, JsonNode delta) {

    static ToolCallPiece of(JsonNode delta) {
        boolean custom = isCustom(delta);
        JsonNode tool = delta.path(custom ? "custom" : "function");
        JsonNode number = delta.path("index");
        Integer index = number.canConvertToInt() && number.asInt() >= 0 ? number.asInt() : null;
        return new ToolCallPiece(
                index, text(delta.path("id")), text(tool.path("name")), arguments(tool.path(custom ? "input" : "arguments")),
                custom, delta);
    }

    /** Whether a call, or a piece of one, is that of a custom tool. */
    static boolean isCustom(JsonNode call) {
        return call.path("custom").isObject() && !call.path("function").isObject();
    }

    /** Whether it says nothing that a call could begin with. */
    boolean isEmpty() {
        return id == null && name == null && (arguments == null || arguments.isBlank());
    }

    /** The text of a scalar, or null for "" and anything else. */
    static String text(JsonNode value) {
        return value.isNull() || value.asText().isEmpty() ? null : value.asText();
    }

    /** The arguments as text, or null if there are none. */
    static String arguments(JsonNode value) {
        return value.isContainerNode() ? Json.text(value) : text(value);
    }
}
