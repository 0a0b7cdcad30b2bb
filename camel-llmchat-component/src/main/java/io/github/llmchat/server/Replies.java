package io.github.llmchat.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.sse.SseEncoder;

/** Writes what is no stream, and what ends one. */
final class Replies {

    static final byte[] DONE = SseEncoder.event("[DONE]".getBytes(StandardCharsets.US_ASCII));

    private Replies() {
    }

    static void completion(String id, ChatCompletion completion, ResponseSink sink) {
        sink.whole(200, headers(id), completion.toJson().getBytes(StandardCharsets.UTF_8));
    }

    static void document(String id, byte[] json, ResponseSink sink) {
        sink.whole(200, headers(id), json);
    }

    /**
     * An error object. In the middle of a stream it is an event, after which the connection is closed: clients that do
     * not know such events must not take what they have for the whole answer.
     */
    static void error(String id, ErrorReply error, ResponseSink sink) {
        Map<String, String> headers = headers(id);
        if (error.retryAfter() != null) {
            headers.put("Retry-After", error.retryAfterSeconds());
        }
        if (error.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (!sink.whole(error.status(), headers, error.json())) {
            sink.write(SseEncoder.event(error.json()));
            sink.breakOff();
        }
    }

    private static Map<String, String> headers(String id) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("x-request-id", id);
        return headers;
    }
}
