package io.github.llmchat.tool.route;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The types that {@code parameter.X=} takes. */
enum ParameterType {

    STRING("string"),
    INTEGER("integer", "int", "long"),
    NUMBER("number", "double", "float"),
    BOOLEAN("boolean", "bool");

    private final List<String> names;

    ParameterType(String... names) {
        this.names = List.of(names);
    }

    static ParameterType of(String parameter, String given) {
        String name = given.strip().toLowerCase(Locale.ROOT);
        for (ParameterType type : values()) {
            if (type.names.contains(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "parameter." + parameter + "=" + given
                                           + ": the type must be string, integer (int, long), number (double, float) "
                                           + "or boolean (bool); for objects and lists use argSchema");
    }

    /** {@return the name in JSON Schema} */
    String schemaName() {
        return names.get(0);
    }

    /**
     * @return                          the text as a value of this type
     * @throws IllegalArgumentException if it is none
     */
    JsonNode value(String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (this) {
            case STRING -> json.textNode(text);
            case INTEGER -> integer(new BigInteger(text));
            case NUMBER -> json.numberNode(new BigDecimal(text));
            case BOOLEAN -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw new IllegalArgumentException("neither true nor false");
                }
                yield json.booleanNode(Boolean.parseBoolean(text));
            }
        };
    }

    /** Whole numbers in the smallest of Java's types that holds them, as a parser would give them. */
    static JsonNode integer(BigInteger value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value.bitLength() < Integer.SIZE) {
            return json.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? json.numberNode(value.longValue()) : json.numberNode(value);
    }
}
