package io.github.llmchat.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** One request as {@link ScriptedGateway} received it, complete with its body. Immutable; any thread may read it. */
public final class RecordedRequest {

    private final int connection;
    private final String method;
    private final String path;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** @param headers in a map that ignores the case of names; not copied */
    RecordedRequest(int connection, String method, String path, Map<String, List<String>> headers, byte[] body) {
        this.connection = connection;
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    /** The number of the connection, from 1 in the order of arrival. Equal numbers mean that it was reused. */
    public int connection() {
        return connection;
    }

    /** The method, such as {@code POST}. */
    public String method() {
        return method;
    }

    /** The request target as it was sent: path and query, undecoded. */
    public String path() {
        return path;
    }

    /**
     * The first value of a header field.
     *
     * @param  name the field's name, in any case
     * @return      the value, or {@code null} if the request has no such field
     */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    /** All header fields, unmodifiable: names as sent, looked up in any case, each with its values in order. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The body as UTF-8 text, after chunked coding was undone; empty if there is none. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body's bytes, a copy, after chunked coding was undone. */
    public byte[] bodyBytes() {
        return body.clone();
    }

    /**
     * The body as JSON.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public JsonNode json() {
        return ChatJson.parse(body());
    }

    @Override
    public String toString() {
        return method + " " + path + " on connection " + connection + ", " + body.length + " bytes";
    }

    boolean saysClose() {
        return "close".equalsIgnoreCase(header("Connection"));
    }
}
