package io.github.llmchat;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatMessage;

/**
 * What the model itself has said, when it goes back to the model: servers differ in where they expect their reasoning,
 * and in what they accept as the text of a message that only calls tools; of sound they want the id.
 */
final class ReplayedMessages {

    private static final List<String> REASONING = List.of("reasoning_content", "reasoning", "reasoning_details");

    private final LlmChatReplayReasoning reasoning;
    private final LlmChatToolCallContent toolCallContent;

    ReplayedMessages(LlmChatConfiguration options) {
        this.reasoning = options.getReplayReasoning();
        this.toolCallContent = options.getToolCallContent();
    }

    /** Changes the messages of a request of our own. */
    void adapt(JsonNode messages) {
        for (JsonNode message : messages) {
            if (message instanceof ObjectNode node && "assistant".equals(node.path("role").textValue())) {
                adaptReasoning(node);
                adaptContent(node);
                adaptAudio(node);
            }
        }
    }

    private void adaptReasoning(ObjectNode message) {
        switch (reasoning) {
            case asReceived -> {
                // as it is
            }
            case none -> message.remove(REASONING);
            case reasoning_content, reasoning -> moveReasoning(message, reasoning.name());
        }
    }

    private static void moveReasoning(ObjectNode message, String field) {
        boolean given = REASONING.stream().anyMatch(message::hasNonNull);
        boolean empty = REASONING.stream().anyMatch(name -> message.path(name).isTextual());
        // of several fields with the same text one; not the thinking in parts of the content, which stays there
        String text = given ? ChatMessage.fromTree(message).reasoningContent() : null;
        message.remove(REASONING);
        if (text != null || empty) {
            // servers that demand the field take it empty
            message.put(field, text == null ? "" : text);
        }
    }

    private void adaptContent(ObjectNode message) {
        JsonNode content = message.path("content");
        boolean text = content.isArray() ? !content.isEmpty() : !content.asText("").isEmpty() && !content.isNull();
        if (text || message.path("tool_calls").isEmpty()) {
            return;
        }
        switch (toolCallContent) {
            case asGiven -> {
                // as it is
            }
            case empty -> message.put("content", "");
            case absent -> message.remove("content");
        }
    }

    /** The gateway has what was said aloud, under its id: that is all the API takes, and sound is long. */
    private static void adaptAudio(ObjectNode message) {
        if (message.path("audio") instanceof ObjectNode audio && audio.hasNonNull("id")) {
            audio.retain("id");
        }
    }
}
