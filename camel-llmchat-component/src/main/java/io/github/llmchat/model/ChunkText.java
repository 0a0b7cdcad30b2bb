package io.github.llmchat.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a text into a chunk's document. */
final class ChunkText {

    private ChunkText() {
    }

    /** The document of a chunk that belongs to the answer and has nothing in it. */
    static ObjectNode after(ChatCompletion completion) {
        ObjectNode chunk = Json.object();
        for (String field : new String[] { "id", "created", "model" }) {
            if (completion.has(field)) {
                chunk.set(field, completion.get(field));
            }
        }
        return chunk.put("object", "chat.completion.chunk");
    }

    static ChatChunk of(ObjectNode chunk, String text, int index) {
        ArrayNode choices = chunk.path("choices") instanceof ArrayNode array ? array : chunk.putArray("choices");
        ObjectNode choice = choices.path(0) instanceof ObjectNode first ? first : choices.addObject().put("index", 0);
        ObjectNode delta = choice.path("delta") instanceof ObjectNode object ? object : choice.putObject("delta");
        delta.put("content", text);
        try {
            return ChatChunk.read(Json.bytes(chunk), index);
        } catch (JacksonException e) {
            throw new IllegalStateException("A chunk of our own can't be read", e);
        }
    }
}
