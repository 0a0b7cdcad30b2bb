package io.github.llmchat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.llmchat.model.Json;

/** The kinds of value that are not numbers. */
enum JsonType implements ValueType {

    BOOLEAN("true or false") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            String text = value.toString();
            if ("true".equalsIgnoreCase(text)) {
                return BooleanNode.TRUE;
            }
            return "false".equalsIgnoreCase(text) ? BooleanNode.FALSE : null;
        }
    },

    /** True asks for something; with false there is no field to send, which is the missing node. */
    ONLY_TRUE(BOOLEAN.allowed()) {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            JsonNode flag = BOOLEAN.convert(value, lenient);
            return flag == BooleanNode.FALSE ? MissingNode.getInstance() : flag;
        }
    },

    TEXT("a text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            return JsonValues.isScalar(value) ? TextNode.valueOf(value.toString()) : null;
        }
    },

    TEXT_OR_ARRAY("a text, or a list or JSON array of 1 to 4 texts") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            ArrayNode array = JsonValues.texts(value);
            if (array == null) {
                return TEXT.convert(value, lenient);
            }
            return lenient || !array.isEmpty() && array.size() <= 4 ? array : null;
        }
    },

    TEXTS("a list, a JSON array of texts, or texts separated by commas") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            ArrayNode array = JsonValues.texts(value);
            if (array == null && value instanceof String text) {
                array = Json.mapper().createArrayNode();
                for (String item : text.split(",")) {
                    if (!item.isBlank()) {
                        array.add(item.strip());
                    }
                }
            }
            return array == null || array.isEmpty() ? null : array;
        }
    },

    TEXT_OR_OBJECT("a text, a Map, or a JSON object as text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            JsonNode object = JsonValues.object(value);
            return object == null ? TEXT.convert(value, lenient) : object;
        }
    },

    JSON_OBJECT("a Map, or a JSON object as text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            return JsonValues.object(value);
        }
    },

    /** Servers refuse an empty array, so that there is nothing to send in it. */
    JSON_OBJECTS("a list of Maps, or a JSON array of objects as text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            ArrayNode array = JsonValues.objects(value);
            return array != null && array.isEmpty() ? MissingNode.getInstance() : array;
        }
    },

    RESPONSE_FORMAT("text, json_object, a Map, or a JSON object as text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            return "text".equals(value) || "json_object".equals(value)
                    ? Json.object().put("type", (String) value)
                    : JsonValues.object(value);
        }
    };

    private final String allowed;

    JsonType(String allowed) {
        this.allowed = allowed;
    }

    @Override
    public String allowed() {
        return allowed;
    }
}
