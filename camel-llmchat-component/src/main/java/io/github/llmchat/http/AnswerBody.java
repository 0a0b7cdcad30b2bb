package io.github.llmchat.http;

import java.nio.ByteBuffer;

import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerReceiver;

/** How the body of one answer is taken in. Called by one thread at a time; a runtime exception ends the call. */
interface AnswerBody {

    /** Takes all bytes of the buffer. */
    void consume(ByteBuffer bytes);

    /** The body is complete: the receiver gets what is left to tell, and that it was the end. */
    void end(AnswerReceiver receiver);

    /** Nothing more will come, whether or not there was an end: gives back what it holds outside of the heap. */
    default void release() {
        // mostly nothing
    }

    /** What it means that the connection broke before the end; says the transport's view of it by default. */
    default AnswerFailure brokenOff(AnswerFailure transport) {
        return transport;
    }
}
