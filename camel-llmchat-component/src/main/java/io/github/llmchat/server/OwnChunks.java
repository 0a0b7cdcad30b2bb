package io.github.llmchat.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.Json;

/** Makes the chunks of a stream that no gateway made, and those that a gateway left out. For one thread at a time. */
final class OwnChunks {

    private String id;
    private String model;
    private long created = System.currentTimeMillis() / 1000;

    OwnChunks(String id, String model) {
        this.id = "chatcmpl-" + id;
        this.model = model;
    }

    /** Chunks of one stream have one id. */
    void sameAs(ChatChunk other) {
        id = other.id() == null ? id : other.id();
        model = other.model() == null ? model : other.model();
    }

    /** The chunk with which a stream begins. */
    ObjectNode role(int choice) {
        return delta(choice, Json.object().put("role", "assistant").put("content", ""));
    }

    ObjectNode text(String text) {
        return delta(0, Json.object().put("content", text));
    }

    ObjectNode delta(int choice, ObjectNode delta) {
        ObjectNode chunk = envelope();
        ObjectNode node = chunk.putArray("choices").addObject().put("index", choice);
        node.set("delta", delta);
        node.putNull("finish_reason");
        return chunk;
    }

    ObjectNode finish(int choice, String reason) {
        ObjectNode chunk = delta(choice, Json.object());
        ((ObjectNode) chunk.path("choices").path(0)).put("finish_reason", reason);
        return chunk;
    }

    ObjectNode usage(JsonNode usage) {
        ObjectNode chunk = envelope();
        chunk.putArray("choices");
        chunk.set("usage", usage);
        return chunk;
    }

    private ObjectNode envelope() {
        return Json.object().put("id", id).put("object", "chat.completion.chunk").put("created", created).put("model", model);
    }

    static ChatChunk asChunk(ObjectNode tree) {
        try {
            return ChatChunk.read(Json.bytes(tree), 0);
        } catch (JacksonException e) {
            throw new IllegalStateException("A chunk of our own can't be read", e);
        }
    }
}
