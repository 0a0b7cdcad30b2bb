package io.github.llmchat.stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatCompletion;

/**
 * Internal. Why a call ended without its answer. The exception is made only when it is known how much of the answer had
 * arrived, because it carries that part.
 */
@FunctionalInterface
public interface AnswerFailure {

    /**
     * @param partial what had arrived of a streamed answer; null if nothing had
     */
    ChatException toException(ChatCompletion partial);
}
