package io.github.llmchat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCall;
import org.apache.camel.Exchange;

/**
 * From a message body to the results of the tools that the last answer of the exchange asked for: one for each call, in
 * the order of the calls or by their ids.
 */
final class ToolResults {

    private final Exchange exchange;

    private ToolResults(Exchange exchange) {
        this.exchange = exchange;
    }

    /** @throws IllegalArgumentException if no tool was asked for, or the body does not have their results */
    static ChatRequest bind(Exchange exchange) {
        List<ChatMessage> conversation = conversation(exchange);
        List<String> pending = pending(conversation);
        if (pending.isEmpty()) {
            throw new IllegalArgumentException(
                    "operation=toolResults needs an answer that asks for tools before it, in the same exchange (exchange "
                                               + "property " + LlmChatConstants.CONVERSATION + ")");
        }
        List<ChatMessage> all = new ArrayList<>(conversation);
        all.addAll(new ToolResults(exchange).messages(pending, exchange.getMessage().getBody()));
        return ChatRequest.of(all);
    }

    @SuppressWarnings("unchecked")
    private static List<ChatMessage> conversation(Exchange exchange) {
        List<ChatMessage> conversation = exchange.getProperty(LlmChatConstants.CONVERSATION, List.class);
        return conversation == null ? List.of() : conversation;
    }

    /** The ids of the calls that have no result yet. */
    private static List<String> pending(List<ChatMessage> conversation) {
        List<String> ids = new ArrayList<>();
        for (ChatMessage message : conversation) {
            if ("tool".equals(message.role())) {
                ids.remove(message.toolCallId());
            } else {
                ids = message.toolCalls().stream().map(ToolCall::id).collect(Collectors.toCollection(ArrayList::new));
            }
        }
        return ids;
    }

    private List<ChatMessage> messages(List<String> pending, Object body) {
        if (body instanceof Map<?, ?> byId && pending.stream().allMatch(byId::containsKey)) {
            return pending.stream().map(id -> message(id, byId.get(id))).toList();
        }
        List<?> results = body instanceof Collection<?> several ? List.copyOf(several)
                : body instanceof ArrayNode array ? elements(array) : body == null ? List.of() : List.of(body);
        if (results.size() != pending.size()) {
            throw new IllegalArgumentException(
                    "operation=toolResults: the body has " + results.size() + " results, and the model asked for "
                                               + pending.size() + " calls: a list with one for each call, or a Map by the "
                                               + "calls' ids, is needed");
        }
        List<ChatMessage> messages = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            messages.add(results.get(i) instanceof ChatMessage message ? message : message(pending.get(i), results.get(i)));
        }
        return messages;
    }

    private static List<JsonNode> elements(ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private ChatMessage message(String id, Object result) {
        return ChatMessage.tool(id, text(result));
    }

    /** Text as it is; records and the like as JSON. */
    private String text(Object result) {
        if (result == null) {
            return "";
        }
        if (result instanceof JsonNode || result instanceof Map || result instanceof Collection) {
            JsonNode tree = Json.mapper().valueToTree(result);
            return tree.isTextual() ? tree.textValue() : Json.text(tree);
        }
        String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, result);
        return text == null ? Json.text(Json.mapper().valueToTree(result)) : text;
    }
}
