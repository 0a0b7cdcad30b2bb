package io.github.llmchat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * Makes a generated schema follow the rules of strict structured outputs: objects are closed, all their properties
 * required, and everything has a type. See
 * <a href= "https://platform.openai.com/docs/guides/structured-outputs#supported-schemas">OpenAI's list of what is
 * supported</a>.
 */
final class StrictSchema {

    private static final String TYPE = "type";
    private static final String REF = "$ref";
    private static final String ANY_OF = "anyOf";
    private static final String CONST = "const";
    private static final String ENUM = "enum";
    private static final String DEFINITIONS = "$defs";
    private static final String PROPERTIES = "properties";

    private StrictSchema() {
    }

    /**
     * Changes the schema.
     *
     * @return                          the schema
     * @throws IllegalArgumentException if a part of it has no type or no fixed properties; the message says which
     */
    static ObjectNode of(ObjectNode schema) {
        schema.path(DEFINITIONS).properties().forEach(member -> tighten(member.getValue(), "the type " + member.getKey()));
        tighten(schema, "it");
        return schema;
    }

    private static void tighten(JsonNode part, String where) {
        if (!(part instanceof ObjectNode schema)) {
            throw untyped(where);
        }
        if (schema.has("allOf") || schema.has(PROPERTIES) && (schema.has(ANY_OF) || schema.has(REF))) {
            throw new IllegalArgumentException(where + " is put together from several types");
        }
        if (schema.has(REF)) {
            keepReferenceAlone(schema);
        } else if (schema.has(ANY_OF)) {
            schema.get(ANY_OF).forEach(choice -> tighten(choice, where));
        } else if (schema.has(TYPE)) {
            tightenTyped(schema, where);
        } else if (schema.path(CONST).isTextual()) {
            // the name of a subtype
            schema.put(TYPE, "string");
        } else if (!schema.has(ENUM)) {
            throw untyped(where);
        }
    }

    private static void tightenTyped(ObjectNode schema, String where) {
        if (hasType(schema, "object")) {
            close(schema, where);
        }
        if (hasType(schema, "array")) {
            tighten(schema.path("items"), where);
        }
        if (hasType(schema, "null") && schema.get(ENUM) instanceof ArrayNode values
                && !values.valueStream().anyMatch(JsonNode::isNull)) {
            values.addNull();
        }
    }

    private static void close(ObjectNode schema, String where) {
        JsonNode properties = schema.path(PROPERTIES);
        if (properties.isEmpty()) {
            throw new IllegalArgumentException(where + " is an object without fixed properties");
        }
        ArrayNode required = Json.object().arrayNode();
        properties.properties().forEach(member -> {
            required.add(member.getKey());
            tighten(member.getValue(), "the property " + member.getKey());
        });
        schema.set("required", required);
        schema.put("additionalProperties", false);
    }

    /** Beside a reference, gateways allow no description. */
    private static void keepReferenceAlone(ObjectNode schema) {
        if (schema.size() > 1) {
            JsonNode reference = schema.remove(REF);
            schema.putArray(ANY_OF).addObject().set(REF, reference);
        }
    }

    private static boolean hasType(ObjectNode schema, String name) {
        JsonNode type = schema.get(TYPE);
        return type.isTextual() ? type.textValue().equals(name) : type.valueStream().anyMatch(one -> one.asText().equals(name));
    }

    private static IllegalArgumentException untyped(String where) {
        return new IllegalArgumentException(where + " may be anything");
    }
}
