package io.github.llmchat.examples.tickets.gateway;

import java.util.List;
import java.util.UUID;

/**
 * A tool call in an answer of the demo gateway.
 *
 * @param id     the call's id
 * @param tool   the tool's name
 * @param pieces its arguments, cut into what a stream sends as one chunk each, and counts as one token each
 */
record DemoToolCall(String id, String tool, List<String> pieces) {

    static DemoToolCall of(DemoTurn.Call call) {
        return new DemoToolCall("call_demo_" + UUID.randomUUID(), call.tool(), TextPieces.of(call.arguments()));
    }

    String arguments() {
        return String.join("", pieces);
    }
}
