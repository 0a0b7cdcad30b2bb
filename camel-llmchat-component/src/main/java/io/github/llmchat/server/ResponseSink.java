package io.github.llmchat.server;

import java.util.Map;

/** Where the bytes of one answer go. Thread-safe; no method waits. */
interface ResponseSink {

    /**
     * A whole answer.
     *
     * @return false if an event stream has begun: it is too late for a status then
     */
    boolean whole(int status, Map<String, String> headers, byte[] body);

    /** Bytes of an event stream; with the first of them go the status 200 and the headers. */
    void write(byte[] bytes);

    /** Whether so little waits for the client that more may come. */
    boolean hasRoom();

    /** Runs this, on the server's pool, as soon as there is room, which may be at once. */
    void onRoom(Runnable more);

    /** Ends the event stream. */
    void end();

    /**
     * Sends what was written, then closes the connection in the middle of the stream: a client must not take it as
     * whole.
     */
    void breakOff();
}
