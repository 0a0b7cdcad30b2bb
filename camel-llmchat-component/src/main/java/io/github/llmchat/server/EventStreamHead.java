package io.github.llmchat.server;

import java.util.Map;

/** The headers of an event stream: nothing on the way to the client is to store it, change it, or hold it back. */
final class EventStreamHead {

    static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/event-stream; charset=utf-8",
            "Cache-Control", "no-cache, no-transform",
            // for nginx, which collects an answer before it passes it on
            "X-Accel-Buffering", "no");

    private EventStreamHead() {
    }
}
