package io.github.llmchat.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules of JSON Schema in words that a model understands. They quote the schema, never the document.
 */
final class RuleWords {

    private static final int MAX_QUOTED = 200;

    private static final Map<String, String> TYPES = Map.of("string", "a string", "number", "a number", "integer", "an integer",
            "boolean", "true or false", "object", "an object", "array", "an array", "null", "null");

    /** By keyword; the asterisk is the keyword's value. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("minimum", "must be at least *"),
            Map.entry("maximum", "must be at most *"),
            Map.entry("exclusiveMinimum", "must be more than *"),
            Map.entry("exclusiveMaximum", "must be less than *"),
            Map.entry("multipleOf", "must be a multiple of *"),
            Map.entry("minLength", "must have at least * characters"),
            Map.entry("maxLength", "must have at most * characters"),
            Map.entry("minItems", "must have at least * items"),
            Map.entry("maxItems", "must have at most * items"),
            Map.entry("minProperties", "must have at least * properties"),
            Map.entry("maxProperties", "must have at most * properties"),
            Map.entry("uniqueItems", "must not have the same item twice"),
            Map.entry("pattern", "must match the pattern *"),
            Map.entry("format", "must have the format *"),
            Map.entry("items", "must not have further items"),
            Map.entry("additionalItems", "must not have further items"),
            Map.entry("unevaluatedItems", "must not have further items"),
            Map.entry("unevaluatedProperties", "must not have further properties"),
            Map.entry("oneOf", "must fit exactly one of the choices"),
            Map.entry("anyOf", "must fit one of the choices"),
            Map.entry("not", "must not be what \"not\" describes"),
            Map.entry("minContains", "must contain more items as described"),
            Map.entry("maxContains", "must contain fewer items as described"),
            Map.entry("dependentRequired", "must have the properties that go with those it has"),
            Map.entry("contains", "must contain items as described"),
            Map.entry("propertyNames", "must not have a property of this name"),
            Map.entry("false", "must not be there"));

    private RuleWords() {
    }

    static String of(String keyword, JsonNode value) {
        String words = WORDS.getOrDefault(keyword, "must follow the rule " + keyword);
        return words.replace("*", value.isTextual() ? shortened(value.textValue()) : shortened(value.toString()));
    }

    static String type(Collection<String> types) {
        List<String> words = types.stream().map(type -> TYPES.getOrDefault(type, type)).distinct().toList();
        return "must be " + String.join(" or ", words);
    }

    static String value(Collection<JsonNode> values) {
        String quoted = values.stream().distinct().map(JsonNode::toString).collect(Collectors.joining(", "));
        return (values.size() == 1 ? "must be " : "must be one of ") + shortened(quoted);
    }

    static String required(String property) {
        return "must have the property " + shortened(property);
    }

    static String onlyProperties(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names.isEmpty()
                ? "must not have further properties"
                : "must not have properties other than " + shortened(String.join(", ", names));
    }

    static String shortened(String quoted) {
        return quoted.length() <= MAX_QUOTED ? quoted : quoted.substring(0, MAX_QUOTED) + "...";
    }
}
