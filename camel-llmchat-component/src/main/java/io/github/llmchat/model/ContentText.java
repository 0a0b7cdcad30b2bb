package io.github.llmchat.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The text and the reasoning in a message or delta, wherever the server put them.
 */
final class ContentText {

    private ContentText() {
    }

    /** The content: a string, or the text parts of an array put together; "" if there is none. */
    static String content(JsonNode message) {
        JsonNode content = message.path("content");
        if (!content.isArray()) {
            return content.isTextual() ? content.textValue() : "";
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            text.append(part.isTextual() ? part.textValue() : isThinking(part) ? "" : part.path("text").asText(""));
        }
        return text.toString();
    }

    /** The reasoning, or {@code null}. It is often there under two names: then it is taken once. */
    static String reasoning(JsonNode message) {
        String field = reasoningField(message);
        if (field != null) {
            return message.get(field).textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode detail : message.path("reasoning_details")) {
            text.append(detail.path("text").asText("")).append(detail.path("summary").asText(""));
        }
        if (text.isEmpty() && message.path("content").isArray()) {
            for (JsonNode part : message.path("content")) {
                if (isThinking(part)) {
                    appendThinking(part.path("thinking"), text);
                }
            }
        }
        return Fields.emptyToNull(text.toString());
    }

    /** The name of the field that holds the reasoning as a plain string, or {@code null}. */
    static String reasoningField(JsonNode message) {
        if (Fields.string(message, "reasoning_content") != null) {
            return "reasoning_content";
        }
        return Fields.string(message, "reasoning") != null ? "reasoning" : null;
    }

    private static boolean isThinking(JsonNode part) {
        return part.has("thinking") || "thinking".equals(part.path("type").textValue());
    }

    private static void appendThinking(JsonNode thinking, StringBuilder text) {
        if (thinking.isTextual()) {
            text.append(thinking.textValue());
        }
        for (JsonNode piece : thinking) {
            text.append(piece.isTextual() ? piece.textValue() : piece.path("text").asText(""));
        }
    }
}
