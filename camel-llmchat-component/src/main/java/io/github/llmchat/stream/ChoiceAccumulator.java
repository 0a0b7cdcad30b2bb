package io.github.llmchat.stream;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.Json;

/** One choice of a stream, adding up. */
final class ChoiceAccumulator {

    private final int index;
    private final ObjectNode choiceFields = Json.object();
    private final ObjectNode messageFields = Json.object();
    private final ToolCallAccumulator toolCalls = new ToolCallAccumulator();
    private String role;
    private StringBuilder content;
    private StringBuilder reasoning;
    private String reasoningField;
    private StringBuilder refusal;
    private String finishReason;
    private ObjectNode logprobs;

    ChoiceAccumulator(int index) {
        this.index = index;
    }

    /**
     * Adds a chunk that has nothing but text; false if this is the first reasoning, whose field's name must be looked
     * up.
     */
    boolean addPlain(ChatChunk chunk) {
        String thought = chunk.reasoningContent();
        if (thought != null && reasoningField == null) {
            return false;
        }
        content = append(content, chunk.content());
        if (thought != null) {
            reasoning = append(reasoning, thought);
        }
        return true;
    }

    void add(ObjectNode choice) {
        for (Map.Entry<String, JsonNode> field : choice.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "index", "message" -> {
                    // the index is ours; a message beside the delta repeats the text
                }
                case "delta" -> value.properties().forEach(f -> addDelta(f.getKey(), f.getValue()));
                case "finish_reason" -> finishReason = value.asText("").isEmpty() || value.isNull()
                        ? finishReason : value.asText();
                case "logprobs" -> addLogprobs(value);
                default -> setUnlessNull(choiceFields, field.getKey(), value);
            }
        }
        if (!choice.has("delta") && content == null && choice.path("message").isObject()) {
            choice.get("message").properties().forEach(f -> addDelta(f.getKey(), f.getValue()));
        }
    }

    private void addDelta(String name, JsonNode value) {
        switch (name) {
            case "role" -> role = role == null && !value.asText("").isEmpty() && !value.isNull() ? value.asText() : role;
            case "content" -> addContent(value);
            case "reasoning_content", "reasoning" -> addReasoning(name, value);
            case "refusal" -> refusal = value.isTextual() ? append(refusal, value.textValue()) : refusal;
            case "tool_calls" -> value.forEach(toolCalls::add);
            case "audio" -> addAudio(value);
            default -> addOther(name, value);
        }
    }

    private void addContent(JsonNode value) {
        if (value.isTextual()) {
            content = append(content, value.textValue());
        }
        for (JsonNode part : value) {
            if (part.path("type").asText().equals("thinking")) {
                part.path("thinking").forEach(thought -> addReasoning("reasoning_content", thought.path("text")));
            } else {
                content = append(content, part.path("text").asText(""));
            }
        }
    }

    private void addReasoning(String field, JsonNode value) {
        if (!value.isTextual()) {
            return;
        }
        if (reasoningField == null && !value.textValue().isEmpty()) {
            reasoningField = field;
        }
        // some gateways send the same text under both names: only the first name counts
        if (field.equals(reasoningField)) {
            reasoning = append(reasoning, value.textValue());
        }
    }

    private void addAudio(JsonNode value) {
        ObjectNode audio = messageFields.withObjectProperty("audio");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            switch (field.getKey()) {
                case "data", "transcript" -> audio.put(field.getKey(),
                        audio.path(field.getKey()).asText("") + field.getValue().asText(""));
                case "id" -> audio.putIfAbsent("id", field.getValue());
                default -> audio.set(field.getKey(), field.getValue());
            }
        }
    }

    private void addOther(String name, JsonNode value) {
        if (value instanceof ArrayNode pieces && messageFields.get(name) instanceof ArrayNode soFar) {
            soFar.addAll(pieces);
        } else {
            setUnlessNull(messageFields, name, value);
        }
    }

    private static void setUnlessNull(ObjectNode node, String name, JsonNode value) {
        if (!value.isNull()) {
            node.set(name, value);
        }
    }

    private void addLogprobs(JsonNode value) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (field.getValue() instanceof ArrayNode tokens) {
                if (logprobs == null) {
                    logprobs = Json.object();
                }
                logprobs.withArrayProperty(field.getKey()).addAll(tokens);
            }
        }
    }

    boolean finished() {
        return finishReason != null;
    }

    ObjectNode toTree(boolean ended) {
        ObjectNode choice = Json.object();
        choice.put("index", index);
        choice.set("message", message());
        choice.put("finish_reason", finishReason == null && ended ? inferredFinishReason() : finishReason);
        if (logprobs != null) {
            choice.set("logprobs", logprobs.deepCopy());
        }
        choice.setAll(choiceFields.deepCopy());
        return choice;
    }

    private ObjectNode message() {
        ObjectNode message = Json.object();
        message.put("role", role == null ? "assistant" : role);
        message.put("content", text(content));
        if (refusal != null && refusal.length() > 0) {
            message.put("refusal", refusal.toString());
        }
        if (reasoning != null) {
            message.put(reasoningField == null ? "reasoning_content" : reasoningField, reasoning.toString());
        }
        if (!toolCalls.isEmpty()) {
            message.set("tool_calls", toolCalls.toTree());
        }
        message.setAll(messageFields.deepCopy());
        return message;
    }

    /** Several servers never send a finish reason; {@code [DONE]} after the last chunk says that nothing is missing. */
    private String inferredFinishReason() {
        return toolCalls.isEmpty() ? "stop" : "tool_calls";
    }

    private String text(StringBuilder builder) {
        if (builder == null || builder.length() == 0 && !toolCalls.isEmpty()) {
            return null;
        }
        return builder.toString();
    }

    private static StringBuilder append(StringBuilder builder, String text) {
        return (builder == null ? new StringBuilder() : builder).append(text);
    }
}
