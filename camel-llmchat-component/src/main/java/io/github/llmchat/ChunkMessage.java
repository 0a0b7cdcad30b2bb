package io.github.llmchat;

import java.util.Map;

import io.github.llmchat.model.ChatChunk;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/**
 * A chunk's message. Its headers are put into a map when somebody asks for one: many routes look at the body alone, and
 * the map would be a fifth of what a chunk takes of the heap.
 */
final class ChunkMessage extends DefaultMessage {

    private final ChatChunk chunk;
    private final Map<String, Object> common;

    /** @param common the headers that most chunks of the stream have; not changed by anybody */
    ChunkMessage(Exchange exchange, ChatChunk chunk, Map<String, Object> common) {
        super(exchange);
        this.chunk = chunk;
        this.common = common;
        setBody(chunk);
    }

    @Override
    protected boolean isPopulateHeadersSupported() {
        return true;
    }

    @Override
    protected void populateInitialHeaders(Map<String, Object> headers) {
        headers.putAll(common);
        headers.put(LlmChatConstants.CHUNK_INDEX, (long) chunk.index());
        if (chunk.last()) {
            headers.put(LlmChatConstants.CHUNK_LAST, true);
        }
        if (chunk.choiceIndex() != 0) {
            headers.put(LlmChatConstants.CHOICE_INDEX, (long) chunk.choiceIndex());
        }
    }
}
