package io.github.llmchat.stream;

import java.util.concurrent.Executor;

import io.github.llmchat.error.ChatException;

/**
 * Internal. Is told when a {@link ChunkStream} has something for its reader. Must not block, nor read on this thread.
 */
interface ChunkListener {

    /** There is something to {@link ChunkStream#poll() poll}: chunks, the end, or a failure. On a transport thread. */
    void readable();

    /**
     * The stream was cancelled.
     *
     * @param executor where the reader's reaction runs
     */
    void cancelled(ChatException reason, Executor executor);
}
