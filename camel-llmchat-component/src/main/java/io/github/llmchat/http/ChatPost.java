package io.github.llmchat.http;

import java.net.URI;
import java.util.Map;

/**
 * Internal. One request.
 *
 * @param url     where to
 * @param headers HTTP headers, the key among them: never to be printed
 * @param body    the JSON document
 * @param stream  whether a stream is asked for
 * @param limits  how long and how much
 */
public record ChatPost(URI url, Map<String, String> headers, byte[] body, boolean stream, CallLimits limits) {

    /** Only where it goes: headers hold the key, the body holds the prompt. */
    @Override
    public String toString() {
        return "ChatPost[" + SafeUrl.of(url) + ", " + body.length + " bytes]";
    }
}
