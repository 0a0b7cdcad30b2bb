package io.github.llmchat.http;

import java.net.URI;
import java.util.List;
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
 * @param tokens  how many tokens the call is expected to take; 0 if nobody counts them
 * @param secrets what must not come back out, besides headers and prompt
 */
public record GatewayRequest(String method, URI url, Map<String, String> headers, byte[] body, boolean stream,
        CallLimits limits, long tokens, List<String> secrets) {

    private static final byte[] NO_BODY = new byte[0];

    /** A JSON document is sent. */
    public static GatewayRequest post(
            URI url, Map<String, String> headers, byte[] body, boolean stream, CallLimits limits, long tokens) {
        return new GatewayRequest("POST", url, headers, body, stream, limits, tokens, List.of());
    }

    /** A document is asked for; nothing is sent but headers. */
    public static GatewayRequest get(URI url, Map<String, String> headers, CallLimits limits) {
        return new GatewayRequest("GET", url, headers, NO_BODY, false, limits, 0, List.of());
    }

    GatewayRequest withSecrets(List<String> more) {
        return new GatewayRequest(method, url, headers, body, stream, limits, tokens, more);
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
