package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/** Options and headers that are a Map or a JSON object as text. */
final class JsonObjects {

    private JsonObjects() {
    }

    /** As a map; empty if not set. A text that begins with {@code #} names a Map in the registry. */
    static Map<String, Object> map(String option, Object value, CamelContext context) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof String text && text.startsWith("#")) {
            String name = text.startsWith("#bean:") ? text.substring("#bean:".length()) : text.substring(1);
            return map(option, CamelContextHelper.mandatoryLookup(context, name), context);
        }
        object(option, value).properties().forEach(
                field -> map.put(field.getKey(), field.getValue().isNull() ? null : field.getValue().asText()));
        return map;
    }

    /** As a JSON object; empty if not set. */
    static ObjectNode object(String option, Object given) {
        Object value = ValueType.plain(given);
        if (value == null) {
            return Json.object();
        }
        JsonNode tree = null;
        if (value instanceof String text) {
            tree = text.isBlank() ? Json.object() : JsonValues.parsed(text);
        } else if (value instanceof JsonNode node) {
            tree = node;
        } else if (value instanceof Map) {
            tree = Json.mapper().valueToTree(value);
        }
        if (!(tree instanceof ObjectNode node)) {
            throw new IllegalArgumentException(option + ": must be a Map, or a JSON object as text such as {\"a\":1}");
        }
        return node;
    }
}
