package io.github.llmchat.stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.sse.SseEvent;

/**
 * What the events of a stream mean, over all its answers: most streams have one, those of a conversation with tools one
 * for each round. Events are read by one reader; the rest may be called from any thread.
 */
final class StreamAnswers {

    private final StreamRounds rounds;
    private volatile StreamReading reading;
    private volatile AnswerHead head;

    StreamAnswers(boolean splitThinking, StreamRounds rounds) {
        this.reading = new StreamReading(splitThinking);
        this.rounds = rounds;
    }

    void head(AnswerHead answerHead) {
        head = answerHead;
        reading.head(answerHead);
    }

    /** The head of the last answer; null until there is one. */
    AnswerHead head() {
        return head;
    }

    /** A chunk, or null for an event that is none. */
    ChatChunk read(SseEvent event, ChunkSource source) {
        return told(reading.read(event, source));
    }

    private ChatChunk told(ChatChunk chunk) {
        return chunk != null && !chunk.isPlain() && rounds.isAboutTools(chunk) ? chunk.ofToolRound() : chunk;
    }

    void unfinished(SseEvent event) {
        reading.unfinished(event);
    }

    void wholeBody(byte[] body) {
        reading.wholeBody(body);
    }

    void known(ChatCompletion answer) {
        reading.known(answer);
    }

    /**
     * All events of an answer have been read.
     *
     * @return               what is left of it, or the closing chunk; null if a further answer follows: then
     *                       {@link #begin} is to be called when it may come
     * @throws ChatException if the answer failed, or the rounds end with a failure
     */
    ChatChunk finish(AnswerFailure failure) {
        ChatChunk chunk = reading.finish(failure);
        if (!chunk.last()) {
            return told(chunk);
        }
        ChatCompletion whole = rounds.answered(chunk.completion(), head);
        if (whole == null) {
            reading = reading.next();
            return null;
        }
        return whole == chunk.completion() ? chunk : chunk.withCompletion(whole);
    }

    void begin() {
        rounds.next();
    }

    void abandon() {
        rounds.abandon();
    }

    /** What the reader is going to get: it learns what was said in earlier rounds. */
    void failing(ChatException failure) {
        rounds.failing(failure);
    }

    /** What has arrived of the current answer, or null if nothing has. */
    ChatCompletion partial() {
        return reading.partial();
    }
}
