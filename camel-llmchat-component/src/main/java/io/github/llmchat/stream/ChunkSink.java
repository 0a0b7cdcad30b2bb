package io.github.llmchat.stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;

/**
 * Internal. Where a {@link ChunkDrain} delivers to: one chunk at a time, in order, on the drain's pool. After
 * {@link #end} or {@link #failed}, of which exactly one comes, nothing more comes.
 */
public interface ChunkSink {

    /** Whether the next chunk may come now; after {@code false} the drain waits for {@link ChunkDrain#readable()}. */
    default boolean ready() {
        return true;
    }

    /**
     * Takes a chunk; the last one is the closing chunk.
     *
     * @param  processed to be run when the chunk has been processed, on any thread, if this returns false
     * @return           true if it has been processed already
     */
    boolean chunk(ChatChunk chunk, Runnable processed);

    /** The closing chunk has been processed. */
    void end(ChatChunk closing);

    /** The stream failed or was cancelled; after a cancellation a chunk may still be in work. */
    void failed(ChatException failure);
}
