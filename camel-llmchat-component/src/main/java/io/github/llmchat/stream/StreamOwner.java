package io.github.llmchat.stream;

import io.github.llmchat.model.ChatCompletion;

/** Internal. The one on whose behalf a {@link ChatStream} is read. */
public interface StreamOwner {

    /**
     * Takes note of the complete answer. In the reader's thread, before it gets the closing chunk.
     *
     * @throws io.github.llmchat.error.ChatException if the answer is no success; the reader gets it in place of the
     *                                               chunk
     */
    void complete(ChatCompletion completion);

    /** Whether who reads has given up meanwhile, although it still asks. From any thread; does not block. */
    boolean wantsNoMore();

    /** Why it wants no more, or null if that was no failure. */
    Throwable failure();
}
