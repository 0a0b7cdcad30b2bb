package io.github.llmchat.benchmark;

import io.github.llmchat.model.ChatChunk;

/** What takes the chunks of one call, one after the other. */
public interface ChunkTaker {

    /** The exchange property that it is in; chunk exchanges have it from their caller. */
    String PROPERTY = "chunkTaker";

    /**
     * Looks at a chunk.
     *
     * @param chunk    the chunk, the closing one included
     * @param streamId what {@code cancelStream} takes
     */
    void take(ChatChunk chunk, String streamId);
}
