package io.github.llmchat;

import java.util.Map;

/**
 * One exchange's request, ready to be sent.
 *
 * @param body        the JSON document
 * @param httpHeaders HTTP headers, the key among them
 * @param streaming   whether the answer is streamed on the wire
 * @param output      what the message body becomes
 */
record BoundRequest(byte[] body, Map<String, String> httpHeaders, boolean streaming, LlmChatOutput output) {

    /** Neither key nor prompt may end up in a log. */
    @Override
    public String toString() {
        return "BoundRequest[" + body.length + " bytes, streaming=" + streaming + ", output=" + output + "]";
    }
}
