package io.github.llmchat.tool.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/** From what a model wrote to arguments that follow the tool's schema. Any thread may use it. */
final class ArgumentReader {

    /** A name that is there twice could mean one thing to whoever approves the call and another to the route. */
    private static final ObjectReader JSON = Json.mapper().reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** Twelve characters can make a number with a thousand million digits, for whoever writes them out. */
    private static final int MAX_SCALE = 1000;

    private final ToolParameters parameters;

    ArgumentReader(ToolParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What was read.
     *
     * @param values     the arguments; null if there are violations
     * @param violations what is wrong, in words for the model, without values
     */
    record Arguments(ObjectNode values, List<String> violations) {
    }

    Arguments read(String text) {
        JsonNode given;
        try {
            given = JSON.readTree(text);
        } catch (JacksonException e) {
            return wrong("they are not one JSON object, or have a name twice");
        }
        if (!(given instanceof ObjectNode arguments)) {
            return wrong("they are not a JSON object");
        }
        if (hasHugeNumbers(arguments)) {
            return wrong("$: holds a number that is too large or too small");
        }
        parameters.trim(arguments);
        List<String> violations = parameters.schema().violations(arguments);
        return violations.isEmpty() ? new Arguments(arguments, List.of()) : new Arguments(null, violations);
    }

    private static Arguments wrong(String what) {
        return new Arguments(null, List.of(what));
    }

    private static boolean hasHugeNumbers(JsonNode tree) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(tree));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MAX_SCALE) {
                return true;
            }
            node.forEach(open::push);
        }
        return false;
    }
}
