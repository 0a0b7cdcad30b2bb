package io.github.llmchat.stream;

import java.time.Duration;

/** Internal. Where a stream comes from: the running call. Thread-safe; no method blocks. */
public interface ChunkSource {

    /** There is room again after {@link AnswerReceiver#hasRoom()} had said no. */
    void resume();

    /** Closes the connection at once. The receiver is told nothing more. */
    void abort();

    /** The answer is complete: if the gateway has not ended the body within this time, the connection is closed. */
    void endWithin(Duration grace);

    /**
     * The answer may be complete: if no further event comes for this time, it is taken as ended, and the connection
     * closed.
     */
    void endAfterSilence(Duration grace);
}
