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
    private AccumulatedFunctionCall functionCall;
    private String role;
    private StringBuilder content;
    private StringBuilder reasoning;
    private String reasoningField;
    private StringBuilder refusal;
    private StringBuilder audioData;
    private StringBuilder transcript;
    private String finishReason;
    private ObjectNode logprobs;
    private JsonNode wholeMessage;

    ChoiceAccumulator(int index) {
        this.index = index;
    }

    /**
     * Adds a chunk that has nothing but text; false if it brings the first role or the first reasoning, whose field's
     * name must be looked up.
     */
    boolean addPlain(ChatChunk chunk) {
        String thought = chunk.reasoningContent();
        if (thought != null && reasoningField == null || chunk.role() != null && role == null) {
            return false;
        }
        if (!chunk.content().isEmpty()) {
            content = append(content, chunk.content());
        }
        if (thought != null) {
            reasoning = append(reasoning, thought);
        }
        return true;
    }

    void add(ObjectNode choice) {
        for (Map.Entry<String, JsonNode> field : choice.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "index" -> {
                    // ours
                }
                case "message" -> wholeMessage = value.isObject() ? value : wholeMessage;
                case "delta" -> addDelta(value);
                case "finish_reason" -> finishReason = value.asText("").isEmpty() || value.isNull()
                        ? finishReason : value.asText();
                case "logprobs" -> addLogprobs(value);
                default -> setUnlessNull(choiceFields, field.getKey(), value);
            }
        }
    }

    private void addDelta(JsonNode delta) {
        String reasoningContent = delta.path("reasoning_content").textValue();
        for (Map.Entry<String, JsonNode> field : delta.properties()) {
            // some gateways send the same text under both names
            boolean twice = field.getKey().equals("reasoning") && reasoningContent != null && !reasoningContent.isEmpty();
            if (!twice) {
                addDelta(field.getKey(), field.getValue());
            }
        }
    }

    private void addDelta(String name, JsonNode value) {
        switch (name) {
            case "role" -> role = role == null && !value.asText("").isEmpty() && !value.isNull() ? value.asText() : role;
            case "content" -> addContent(value);
            case "reasoning_content", "reasoning" -> addReasoning(name, value);
            case "refusal" -> refusal = value.isTextual() ? append(refusal, value.textValue()) : refusal;
            case "tool_calls" -> value.forEach(toolCalls::add);
            case "function_call" -> addFunctionCall(value);
            case "audio" -> addAudio(value);
            default -> addOther(name, value);
        }
    }

    private void addContent(JsonNode value) {
        if (value.isTextual()) {
            content = append(content, value.textValue());
        }
        for (JsonNode part : value) {
            if (part.has("thinking")) {
                addThinking(part.get("thinking"));
            } else {
                content = append(content, part.isTextual() ? part.textValue() : part.path("text").asText(""));
            }
        }
    }

    private void addThinking(JsonNode thinking) {
        addReasoning("reasoning_content", thinking);
        for (JsonNode piece : thinking) {
            addReasoning("reasoning_content", piece.isTextual() ? piece : piece.path("text"));
        }
    }

    private void addReasoning(String field, JsonNode value) {
        if (value.isTextual()) {
            reasoningField = reasoningField == null && !value.textValue().isEmpty() ? field : reasoningField;
            reasoning = append(reasoning, value.textValue());
        }
    }

    private void addFunctionCall(JsonNode value) {
        if (value.isObject()) {
            functionCall = functionCall == null ? new AccumulatedFunctionCall() : functionCall;
            functionCall.add(value);
        }
    }

    private void addAudio(JsonNode value) {
        if (!value.isObject()) {
            return;
        }
        ObjectNode audio = messageFields.withObjectProperty("audio");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            switch (field.getKey()) {
                case "data" -> audioData = append(audioData, field.getValue().asText(""));
                case "transcript" -> transcript = append(transcript, field.getValue().asText(""));
                case "id" -> audio.putIfAbsent("id", field.getValue());
                default -> audio.set(field.getKey(), field.getValue());
            }
        }
    }

    private ObjectNode otherFields() {
        ObjectNode fields = messageFields.deepCopy();
        if (audioData != null) {
            fields.withObjectProperty("audio").put("data", audioData.toString());
        }
        if (transcript != null) {
            fields.withObjectProperty("audio").put("transcript", transcript.toString());
        }
        return fields;
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

    boolean overflows() {
        return toolCalls.overflows();
    }

    boolean finished() {
        return finishReason != null;
    }

    ObjectNode toTree(boolean ended) {
        ObjectNode choice = Json.object();
        choice.put("index", index);
        ObjectNode message = message();
        choice.set("message", message);
        choice.put("finish_reason", finishReason == null && ended ? inferredFinishReason(message) : finishReason);
        if (logprobs != null) {
            choice.set("logprobs", logprobs.deepCopy());
        }
        choice.setAll(choiceFields.deepCopy());
        return choice;
    }

    private ObjectNode message() {
        if (wholeMessage != null && saysNothing()) {
            ChoiceAccumulator whole = new ChoiceAccumulator(index);
            whole.addDelta(wholeMessage);
            return whole.message();
        }
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
        if (functionCall != null) {
            message.set("function_call", functionCall.toTree());
        }
        message.setAll(otherFields());
        return message;
    }

    /** Whether no delta has brought anything. A message beside deltas repeats what they have said. */
    private boolean saysNothing() {
        return isEmpty(content) && isEmpty(reasoning) && isEmpty(refusal) && !calls();
    }

    private boolean calls() {
        return !toolCalls.isEmpty() || functionCall != null;
    }

    private static boolean isEmpty(StringBuilder text) {
        return text == null || text.isEmpty();
    }

    /** Several servers never send a finish reason; {@code [DONE]} after the last chunk says that nothing is missing. */
    private static String inferredFinishReason(ObjectNode message) {
        return message.has("tool_calls") ? "tool_calls" : message.has("function_call") ? "function_call" : "stop";
    }

    private String text(StringBuilder builder) {
        if (builder == null || builder.length() == 0 && calls()) {
            return null;
        }
        return builder.toString();
    }

    private static StringBuilder append(StringBuilder builder, String text) {
        return (builder == null ? new StringBuilder() : builder).append(text);
    }
}
