package io.github.llmchat.stream;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;

/**
 * Rewrites answers whose models think inside their text into what a server sends that keeps thinking apart, in the
 * field {@code reasoning_content}. One for each answer.
 */
final class ThinkingSplit {

    private final Map<Integer, ThinkTags> choices = new TreeMap<>();

    /** The chunk as it should have been sent; its text may come with a later chunk. */
    ChatChunk chunk(ChatChunk chunk) {
        ThinkTags known = choices.get(chunk.choiceIndex());
        if (!chunk.hasChoicesKey() || chunk.isPlain() && known != null && known.through()) {
            return chunk;
        }
        ObjectNode tree = chunk.copyOfTree();
        for (JsonNode choice : tree.path("choices")) {
            if (choice instanceof ObjectNode node) {
                // some servers end a stream with the whole message
                splitMessage(node);
                splitDelta(node);
            }
        }
        return read(tree, chunk.index());
    }

    private void splitDelta(ObjectNode choice) {
        ThinkTags tags = choices.computeIfAbsent(choice.path("index").asInt(0), index -> new ThinkTags());
        boolean ends = !choice.path("finish_reason").asText("").isEmpty() && !choice.path("finish_reason").isNull();
        if (choice.path("delta") instanceof ObjectNode delta) {
            JsonNode content = delta.path("content");
            String text = content.isTextual() ? content.textValue() : "";
            ThinkTags.Parts parts = tags.add(text);
            put(delta, ends ? parts.plus(tags.end()) : parts, text);
        } else if (ends) {
            put(choice.putObject("delta"), tags.end(), "");
        }
    }

    private static void put(ObjectNode message, ThinkTags.Parts parts, String before) {
        if (!parts.content().equals(before)) {
            message.put("content", parts.content());
        }
        if (!parts.thinking().isEmpty()) {
            message.put("reasoning_content", message.path("reasoning_content").asText("") + parts.thinking());
        }
    }

    /** A last chunk with the text that is still held back; null if there is none. */
    ChatChunk rest(int index) {
        ArrayNode list = Json.mapper().createArrayNode();
        choices.forEach((number, tags) -> {
            ThinkTags.Parts rest = tags.end();
            if (!rest.content().isEmpty() || !rest.thinking().isEmpty()) {
                ObjectNode choice = list.addObject().put("index", number);
                put(choice.putObject("delta"), rest, "");
            }
        });
        return list.isEmpty() ? null : read(Json.object().set("choices", list), index);
    }

    /** What has arrived of the answer, with the text that is still held back. */
    ChatCompletion withHeld(ChatCompletion partial) {
        ObjectNode tree = partial.copyOfTree();
        for (JsonNode choice : tree.path("choices")) {
            ThinkTags tags = choices.get(choice.path("index").asInt(0));
            if (tags != null && choice.path("message") instanceof ObjectNode message) {
                String content = message.path("content").asText("");
                put(message, new ThinkTags.Parts(content, "").plus(tags.held()), content);
            }
        }
        return ChatCompletion.fromTree(tree);
    }

    /** The whole answer as it should have been sent. */
    static ChatCompletion whole(ChatCompletion completion) {
        ObjectNode tree = completion.copyOfTree();
        tree.path("choices").forEach(ThinkingSplit::splitMessage);
        return ChatCompletion.fromTree(tree);
    }

    private static void splitMessage(JsonNode choice) {
        JsonNode content = choice.path("message").path("content");
        if (content.isTextual()) {
            ThinkTags tags = new ThinkTags();
            ThinkTags.Parts parts = tags.add(content.textValue());
            put((ObjectNode) choice.get("message"), parts.plus(tags.end()), content.textValue());
        }
    }

    private static ChatChunk read(ObjectNode tree, int index) {
        try {
            return ChatChunk.read(Json.bytes(tree), index);
        } catch (JacksonException e) {
            throw new IllegalStateException("A rewritten chunk can't be read", e);
        }
    }
}
