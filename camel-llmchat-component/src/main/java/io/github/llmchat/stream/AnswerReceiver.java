package io.github.llmchat.stream;

import io.github.llmchat.sse.SseEvent;

/**
 * Internal. Takes what one call brings, as the transport reads it. All methods but {@link #source} are called on
 * transport threads, one at a time, and must not block. After {@link #head} exactly one of {@link #streamEnd},
 * {@link #body} and {@link #failed} comes, once; {@link #failed} may also come without a head.
 */
public interface AnswerReceiver {

    /** The call whose answer this takes; before the request is sent, on the thread that sends it. */
    default void source(ChunkSource source) {
        // for receivers that neither pause nor end a call
    }

    /** The gateway accepted the request (a 2xx status). */
    void head(AnswerHead head);

    /** The next event of a streamed answer. */
    void event(SseEvent event);

    /** All events of one network read have been given: now is the time to wake a reader, once for all of them. */
    void flush();

    /** Whether more may be read now. After {@code false} the transport waits for {@link ChunkSource#resume()}. */
    boolean hasRoom();

    /**
     * The body of a streamed answer has ended, cleanly or by {@link ChunkSource#endWithin}.
     *
     * @param unfinished the last event if it lacked its blank line, or null
     */
    void streamEnd(SseEvent unfinished);

    /** The whole body of an answer that was not a stream, whatever had been asked for. */
    void body(byte[] body);

    /** The call failed; see {@link AnswerFailure}. */
    void failed(AnswerFailure failure);
}
