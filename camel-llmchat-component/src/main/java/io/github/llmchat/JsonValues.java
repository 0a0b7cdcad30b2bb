package io.github.llmchat;

import java.util.Collection;
import java.util.Map;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/** Objects and arrays in option and header values, which are text, collections or trees; null where there is none. */
final class JsonValues {

    private static final ObjectReader WHOLE_TEXT
            = Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonValues() {
    }

    static ObjectNode object(Object value) {
        return tree(value) instanceof ObjectNode object ? object : null;
    }

    /** An array of objects only. */
    static ArrayNode objects(Object value) {
        if (!(tree(value) instanceof ArrayNode array)) {
            return null;
        }
        for (JsonNode item : array) {
            if (!item.isObject()) {
                return null;
            }
        }
        return array;
    }

    /** An array of texts only; what is a number or truth value in a collection counts as text. */
    static ArrayNode texts(Object value) {
        if (value instanceof String text) {
            return parsedTexts(text);
        }
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

    static boolean isScalar(Object value) {
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

    private static JsonNode tree(Object value) {
        if (value instanceof String text) {
            return parsed(text);
        }
        if (value instanceof JsonNode node) {
            return node.deepCopy();
        }
        return value instanceof Map || value instanceof Collection ? converted(value) : null;
    }

    /**
     * The document that the whole text is; missing if the text is blank, null if it is none: {@code 10 km} is no
     * number.
     */
    static JsonNode parsed(String text) {
        try {
            return WHOLE_TEXT.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static JsonNode converted(Object value) {
        try {
            return Json.mapper().valueToTree(value);
        } catch (IllegalArgumentException e) {
            // it holds something that Jackson cannot write
            return null;
        }
    }
}
