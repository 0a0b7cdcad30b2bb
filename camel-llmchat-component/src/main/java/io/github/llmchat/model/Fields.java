package io.github.llmchat.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads fields the way servers really write them: an empty text stands for none, an id may be a number.
 */
final class Fields {

    private Fields() {
    }

    /** The text of a string or number, {@code null} for anything else and for "". */
    static String text(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        return value.isTextual() || value.isNumber() ? emptyToNull(value.asText()) : null;
    }

    /** The text of a string that is not empty, else {@code null}. */
    static String string(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        return value.isTextual() ? emptyToNull(value.textValue()) : null;
    }

    /** A whole number; decimals are cut, {@code null} for anything that is no number or does not fit. */
    static Long number(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        return value.isNumber() && value.canConvertToLong() ? Long.valueOf(value.longValue()) : null;
    }

    /** An index that is not negative, else {@code null}. */
    static Integer index(JsonNode parent) {
        JsonNode value = parent.path("index");
        return value.isNumber() ? index(value.decimalValue()) : null;
    }

    static Integer index(BigDecimal value) {
        boolean fits = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return fits ? Integer.valueOf(value.intValue()) : null;
    }

    /** The object in a field, or {@code null}. */
    static ObjectNode object(JsonNode parent, String field) {
        return parent.path(field) instanceof ObjectNode object ? object : null;
    }

    /** The objects in an array field; anything else in it is passed over. */
    static <T> List<T> objects(JsonNode parent, String field, Function<ObjectNode, T> view) {
        JsonNode array = parent.path(field);
        if (!array.isArray() || array.isEmpty()) {
            return List.of();
        }
        List<T> views = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            if (element instanceof ObjectNode object) {
                views.add(view.apply(object));
            }
        }
        return List.copyOf(views);
    }

    /** Whether a tool call is one of a custom tool, which has a name and a free text as input, and no function. */
    static boolean isCustom(JsonNode call) {
        return call.path("custom").isObject() && !call.path("function").isObject();
    }

    /** The name of the function or custom tool that is called; {@code null} if there is none. */
    static String toolName(JsonNode call) {
        return string(call.path(isCustom(call) ? "custom" : "function"), "name");
    }

    /** A function's arguments as JSON text, or a custom tool's input; {@code null} if there are none. */
    static String arguments(JsonNode call) {
        JsonNode value = isCustom(call) ? call.path("custom").path("input") : call.path("function").path("arguments");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isTextual() ? emptyToNull(value.textValue()) : Json.text(value);
    }

    /** A copy that shares its values, for a change at the top: trees behind views are never changed. */
    static ObjectNode shallowCopy(ObjectNode tree) {
        ObjectNode copy = Json.object();
        copy.setAll(tree);
        return copy;
    }

    /** A copy with one field set; a field that is there already keeps its place. */
    static ObjectNode with(ObjectNode tree, String field, JsonNode value) {
        ObjectNode copy = shallowCopy(tree);
        copy.set(field, value == null ? NullNode.getInstance() : value.deepCopy());
        return copy;
    }

    static ObjectNode requireObject(String what, JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(
                what + " must be a JSON object, but is "
                                           + (tree == null ? "null" : tree.getNodeType().name().toLowerCase(Locale.ROOT)));
    }

    static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
