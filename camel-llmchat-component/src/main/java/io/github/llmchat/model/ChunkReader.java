package io.github.llmchat.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the chunks of one stream, one after the other. They repeat nearly everything: what has been read of one is not
 * read again in the next. For one thread at a time. Internal: streams have one.
 */
public final class ChunkReader {

    /**
     * To make a template takes as long as so many chunks that fit it save: where none or few do, few are made. Some
     * gateways write each chunk differently, and the chunks of several choices take turns.
     */
    private static final int PRICE = 4;
    private static final int MOST_CREDIT = 4 * PRICE;

    private ChunkFacts before;
    private ChunkTemplate template;
    private int credit = MOST_CREDIT;

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
            credit = Math.min(credit + 1, MOST_CREDIT);
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
        ChunkTemplate next = credit < PRICE ? null : ChunkTemplate.of(json, before);
        if (next != null) {
            template = next;
            credit -= PRICE;
        }
    }
}
