package io.github.llmchat.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * The call of a function as it was before there were tools, adding up: one for each answer, without an id. OpenAI has
 * given the field up; who still sends {@code functions} gets it.
 */
final class AccumulatedFunctionCall {

    private final ObjectNode others = Json.object();
    private final StringBuilder arguments = new StringBuilder();
    private String name;

    void add(JsonNode delta) {
        delta.properties().forEach(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "name" -> name = name == null ? ToolCallPiece.text(value) : name;
                case "arguments" -> {
                    String piece = ToolCallPiece.arguments(value);
                    arguments.append(piece == null ? "" : piece);
                }
                default -> others.set(field.getKey(), value);
            }
        });
    }

    ObjectNode toTree() {
        ObjectNode call = Json.object();
        call.put("name", name);
        call.put("arguments", arguments.toString());
        call.setAll(others.deepCopy());
        return call;
    }
}
