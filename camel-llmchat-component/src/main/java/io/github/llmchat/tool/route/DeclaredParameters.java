package io.github.llmchat.tool.route;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/** From the options {@code parameter.*} to a JSON Schema. */
final class DeclaredParameters {

    private final Map<String, ParameterType> types = new LinkedHashMap<>();
    private final ObjectNode schema = Json.object().put("type", "object");
    private final ObjectNode properties = schema.putObject("properties");
    private final ArrayNode required = Json.object().arrayNode();

    /**
     * @param  options                  without their prefix
     * @throws IllegalArgumentException if they are contradictory; the message names the option and what is allowed
     */
    DeclaredParameters(Map<String, String> options) {
        options.forEach((name, type) -> {
            if (!name.contains(".")) {
                declare(name, type);
            }
        });
        options.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot >= 0) {
                describe(name.substring(0, dot), name.substring(dot + 1), value);
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private void declare(String name, String type) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("parameter.=" + type + ": a parameter needs a name");
        }
        if (ArgumentHeaders.isCamels(name)) {
            throw new IllegalArgumentException(
                    "parameter." + name + ": a parameter's name must not begin with Camel or org.apache.camel");
        }
        ParameterType known = ParameterType.of(name, type);
        types.put(name, known);
        properties.putObject(name).put("type", known.schemaName());
    }

    private void describe(String name, String what, String value) {
        String option = "parameter." + name + "." + what;
        ParameterType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    option + ": there is no parameter of this name; declare it by parameter." + name + "=<type>");
        }
        switch (what) {
            case "description" -> property(name).put("description", value);
            case "required" -> {
                if (isTrue(option, value)) {
                    required.add(name);
                }
            }
            case "enum" -> {
                ArrayNode values = property(name).putArray("enum");
                Arrays.stream(value.split(",")).map(String::strip).filter(one -> !one.isEmpty())
                        .forEach(one -> add(values, option, type, one));
                if (values.isEmpty()) {
                    throw new IllegalArgumentException(option + ": there must be a value, or several between commas");
                }
            }
            default -> throw new IllegalArgumentException(
                    option + ": what can be said of a parameter is description, required and enum");
        }
    }

    private static void add(ArrayNode values, String option, ParameterType type, String text) {
        try {
            values.add(type.value(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + text + " is no value of the type " + type.schemaName(), e);
        }
    }

    private static boolean isTrue(String option, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(option + "=" + value + ": must be true or false");
        }
        return Boolean.parseBoolean(value);
    }

    private ObjectNode property(String name) {
        return (ObjectNode) properties.get(name);
    }

    /** {@return the types by name} */
    Map<String, ParameterType> types() {
        return types;
    }

    boolean isRequired(String name) {
        return required.valueStream().anyMatch(one -> one.textValue().equals(name));
    }

    /**
     * {@return what a model is told: it says nothing of further properties, because they do no harm and models that
     * send one should not be sent back for it}
     */
    ObjectNode schema() {
        return schema;
    }
}
