package io.github.llmchat;

import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    TEXT("a text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            return isScalar(value) ? TextNode.valueOf(value.toString()) : null;
        }
    },

    TEXT_OR_ARRAY("a text, or a list or JSON array of 1 to 4 texts") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            ArrayNode array = value instanceof String text ? parsedTexts(text) : texts(value);
            if (array == null) {
                return TEXT.convert(value, lenient);
            }
            return lenient || !array.isEmpty() && array.size() <= 4 ? array : null;
        }
    },

    JSON_OBJECT("a Map, or a JSON object as text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            return object(value);
        }
    },

    RESPONSE_FORMAT("text, json_object, a Map, or a JSON object as text") {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            return "text".equals(value) || "json_object".equals(value)
                    ? Json.object().put("type", (String) value)
                    : object(value);
        }
    },

    /** True asks for the usage; with false there is no field to send, which is the missing node. */
    INCLUDE_USAGE(BOOLEAN.allowed()) {
        @Override
        public JsonNode convert(Object value, boolean lenient) {
            JsonNode include = BOOLEAN.convert(value, lenient);
            if (include == null) {
                return null;
            }
            return include.booleanValue() ? Json.object().put("include_usage", true) : MissingNode.getInstance();
        }
    };

    private static final ObjectReader WHOLE_TEXT
            = Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String allowed;

    JsonType(String allowed) {
        this.allowed = allowed;
    }

    @Override
    public String allowed() {
        return allowed;
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /**
     * The array in a text, or null for a text such as {@code [END]} or {@code [1]}, which is a stop sequence itself.
     */
    private static ArrayNode parsedTexts(String text) {
        if (!(parsed(text) instanceof ArrayNode array)) {
            return null;
        }
        for (JsonNode item : array) {
            if (!item.isTextual()) {
                return null;
            }
        }
        return array;
    }

    private static ArrayNode texts(Object value) {
        if (!(value instanceof Collection || value instanceof ArrayNode)) {
            return null;
        }
        ArrayNode array = Json.mapper().createArrayNode();
        for (Object item : (Iterable<?>) value) {
            Object plain = ValueType.plain(item);
            if (!isScalar(plain)) {
                return null;
            }
            array.add(plain.toString());
        }
        return array;
    }

    private static ObjectNode object(Object value) {
        JsonNode tree = null;
        if (value instanceof String text) {
            tree = parsed(text);
        } else if (value instanceof JsonNode node) {
            tree = node.deepCopy();
        } else if (value instanceof Map) {
            tree = converted(value);
        }
        return tree instanceof ObjectNode object ? object : null;
    }

    private static JsonNode parsed(String text) {
        try {
            return WHOLE_TEXT.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static JsonNode converted(Object map) {
        try {
            return Json.mapper().valueToTree(map);
        } catch (IllegalArgumentException e) {
            // it holds something that Jackson cannot write
            return null;
        }
    }
}
