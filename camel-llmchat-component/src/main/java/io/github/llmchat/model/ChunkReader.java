package io.github.llmchat.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the chunks of one stream, one after the other. They repeat nearly everything: what has been read of one is not
 * read again in the next. For one thread at a time. Internal: streams have one.
 */
public final class ChunkReader {

    /**
     * Some gateways write each chunk differently: after so many templates in a row that no chunk fits, none is made.
     */
    private static final int ATTEMPTS = 4;

    private ChunkFacts before;
    private ChunkTemplate template;
    private int attemptsLeft = ATTEMPTS;

    /**
     * Reads the next chunk.
     *
     * @param  json             a JSON object in UTF-8; the array is kept and must not be changed afterwards
     * @param  index            the chunk's number in its stream, from 0
     * @return                  the chunk
     * @throws JacksonException if it is no JSON object; the message holds nothing of the text
     */
    public ChatChunk read(byte[] json, int index) throws JacksonException {
        ChunkFacts fitting = template == null ? null : template.read(json);
        if (fitting != null) {
            attemptsLeft = ATTEMPTS;
            return ChatChunk.of(json, index, fitting, null);
        }
        ChatChunk chunk = parse(json, index, before);
        before = chunk.facts();
        learn(json);
        return chunk;
    }

    /** @param before the facts of the chunk before, or {@code null}: texts that are the same are taken from there */
    static ChatChunk parse(byte[] json, int index, ChunkFacts before) throws JacksonException {
        ChunkFacts facts = ChunkFacts.read(json, before);
        ObjectNode tree = null;
        if (facts.delta.needsTree()) {
            tree = (ObjectNode) Json.parse(json);
            facts.delta = facts.delta.completedFrom(ChatChunk.firstChoice(tree).path("delta"));
        }
        return ChatChunk.of(json, index, facts, tree);
    }

    private void learn(byte[] json) {
        ChunkTemplate next = attemptsLeft == 0 ? null : ChunkTemplate.of(json, before);
        if (next != null) {
            template = next;
            attemptsLeft--;
        }
    }
}
