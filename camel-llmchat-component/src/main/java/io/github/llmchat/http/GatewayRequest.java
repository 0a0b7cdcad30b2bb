package io.github.llmchat.http;

import java.net.URI;
import java.util.Map;

/**
 * Internal. One request.
 *
 * @param method  the HTTP method
 * @param url     where to
 * @param headers HTTP headers, the key among them: never to be printed
 * @param body    the JSON document; empty if none is sent
 * @param stream  whether a stream is asked for
 * @param limits  how long and how much
 */
public record GatewayRequest(String method, URI url, Map<String, String> headers, byte[] body, boolean stream,
        CallLimits limits) {

    private static final byte[] NO_BODY = new byte[0];

    /** A JSON document is sent. */
    public static GatewayRequest post(URI url, Map<String, String> headers, byte[] body, boolean stream, CallLimits limits) {
        return new GatewayRequest("POST", url, headers, body, stream, limits);
    }

    /** A document is asked for; nothing is sent but headers. */
    public static GatewayRequest get(URI url, Map<String, String> headers, CallLimits limits) {
        return new GatewayRequest("GET", url, headers, NO_BODY, false, limits);
    }

    boolean hasBody() {
        return body.length > 0;
    }

    /** Only where it goes: headers hold the key, the body holds the prompt. */
    @Override
    public String toString() {
        return "GatewayRequest[" + method + " " + SafeUrl.of(url) + ", " + body.length + " bytes]";
    }
}
