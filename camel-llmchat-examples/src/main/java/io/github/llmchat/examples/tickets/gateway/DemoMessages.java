package io.github.llmchat.examples.tickets.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the messages of a request, one after the other. */
final class DemoMessages {

    private final StringBuilder system = new StringBuilder();
    private final Map<String, String> toolsById = new HashMap<>();
    private final List<DemoConversation.Result> results = new ArrayList<>();
    private String user = "";
    private int characters;

    void add(JsonNode message) {
        String text = text(message.path("content"));
        characters += text.length();
        switch (message.path("role").asText()) {
            case "system", "developer" -> system.append(text).append('\n');
            case "user" -> {
                user = text;
                results.clear();
            }
            case "assistant" -> message.path("tool_calls").forEach(
                    call -> toolsById.put(call.path("id").asText(), call.path("function").path("name").asText()));
            case "tool" -> results.add(new DemoConversation.Result(
                    toolsById.getOrDefault(message.path("tool_call_id").asText(), ""), text));
            default -> {
                // no rule looks at it
            }
        }
    }

    /** Content is a text or a list of parts, of which only those of type text count. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    String system() {
        return system.toString();
    }

    String user() {
        return user;
    }

    int characters() {
        return characters;
    }

    List<DemoConversation.Result> results() {
        return List.copyOf(results);
    }
}
