package io.github.llmchat.examples.orders;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.llmchat.examples.tickets.gateway.DemoConversation;

/** Makes sentences of what tools say: of orders and parcels in JSON; a result in words is repeated. */
final class ClerkWords {

    private final ObjectMapper json = new ObjectMapper();

    /** Whether a tool has found an order. */
    boolean isFound(DemoConversation.Result result) {
        return tree(result).path(0).has("item");
    }

    String tell(List<DemoConversation.Result> results) {
        return results.stream().map(this::tell).collect(Collectors.joining(" "));
    }

    private String tell(DemoConversation.Result result) {
        JsonNode tree = tree(result);
        if (tree.isArray()) {
            return tree.valueStream().map(ClerkWords::order).collect(Collectors.joining(" "));
        } else if (tree.has("parcel")) {
            return "Your parcel %s is %s in %s; the carrier says %s.".formatted(
                    text(tree, "parcel"), text(tree, "state"), text(tree, "place"), text(tree, "expected"));
        }
        return result.content();
    }

    private static String order(JsonNode order) {
        return "Order %s of %s: %s, %s, %s.".formatted(
                text(order, "id"), text(order, "ordered"), text(order, "item"), money(order), text(order, "state"));
    }

    private static String money(JsonNode order) {
        return String.format(Locale.ROOT, "%.2f EUR", order.path("total").asDouble());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private JsonNode tree(DemoConversation.Result result) {
        try {
            return json.readTree(result.content());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
