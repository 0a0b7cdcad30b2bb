package io.github.llmchat.stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;

/**
 * Internal. What comes after an answer in the same stream: nothing, or, when tools have been run for it, a further
 * answer. Called on the reader's thread, but for {@link #abandon}.
 */
public interface StreamRounds {

    /**
     * An answer is complete.
     *
     * @return               what the closing chunk carries; null if a further answer follows
     * @throws ChatException if the stream fails for it
     */
    ChatCompletion answered(ChatCompletion answer, AnswerHead head);

    /** Whether a chunk is only about tools that are run before a further answer comes. */
    default boolean isAboutTools(ChatChunk chunk) {
        return false;
    }

    /** Sees to it that the further answer comes; the stream is ready to take it. Does not wait for it. */
    void next();

    /** The reader is about to get this exception. */
    default void failing(ChatException failure) {
        // what is known of one round is in it already
    }

    /** No further answer is wanted: the stream was cancelled. From any thread; does not block. */
    default void abandon() {
        // nothing was begun
    }
}
