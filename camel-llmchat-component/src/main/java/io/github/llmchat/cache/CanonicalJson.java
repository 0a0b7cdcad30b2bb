package io.github.llmchat.cache;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Writes JSON so that documents which mean the same are written alike: fields in the order of their names, numbers by
 * their value. Only the properties of a schema keep their order, because models fill them in that order.
 */
final class CanonicalJson {

    private static final Set<String> WITH_SCHEMAS = Set.of("tools", "functions", "response_format");

    private final JsonGenerator out;

    CanonicalJson(JsonGenerator out) {
        this.out = out;
    }

    void write(JsonNode node) throws IOException {
        write(node, false, false);
    }

    private void write(JsonNode node, boolean inSchema, boolean ordered) throws IOException {
        if (node.isObject()) {
            out.writeStartObject();
            for (Iterator<Map.Entry<String, JsonNode>> fields = fields(node, ordered); fields.hasNext();) {
                Map.Entry<String, JsonNode> field = fields.next();
                boolean schema = inSchema || WITH_SCHEMAS.contains(field.getKey());
                out.writeFieldName(field.getKey());
                // a property may itself be named properties
                write(field.getValue(), schema, schema && !ordered && field.getKey().equals("properties"));
            }
            out.writeEndObject();
        } else if (node.isArray()) {
            out.writeStartArray();
            for (JsonNode element : node) {
                write(element, inSchema, false);
            }
            out.writeEndArray();
        } else if (node.isNumber()) {
            out.writeNumber(number(node.asText()));
        } else {
            out.writeTree(node);
        }
    }

    private static Iterator<Map.Entry<String, JsonNode>> fields(JsonNode object, boolean ordered) {
        if (ordered) {
            return object.properties().iterator();
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return sorted.entrySet().iterator();
    }

    private static String number(String text) {
        try {
            // not as plain digits: 1e999999999 would be a gigabyte of them
            return new BigDecimal(text).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            // not a number, as Java calls it
            return text;
        }
    }
}
