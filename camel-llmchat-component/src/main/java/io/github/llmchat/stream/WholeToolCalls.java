package io.github.llmchat.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings the tool calls of an answer that came whole into the form that they have when they are added up from a stream,
 * so that a message with calls can go back as it is: an id of its own for each, arguments as text.
 */
final class WholeToolCalls {

    private WholeToolCalls() {
    }

    /** Changes the calls in a completion's tree; what is as it should be stays untouched. */
    static void complete(JsonNode completion) {
        for (JsonNode choice : completion.path("choices")) {
            ToolCallIds ids = new ToolCallIds();
            for (JsonNode call : choice.path("message").path("tool_calls")) {
                if (call instanceof ObjectNode object) {
                    complete(object, ids);
                }
            }
        }
    }

    private static void complete(ObjectNode call, ToolCallIds ids) {
        String id = ToolCallPiece.text(call.path("id"));
        call.put("id", ids.take(id) ? id : ToolCallIds.generate());
        if (ToolCallPiece.text(call.path("type")) == null) {
            call.put("type", ToolCallPiece.isCustom(call) ? "custom" : "function");
        }
        if (call.path("function") instanceof ObjectNode function) {
            String arguments = ToolCallPiece.arguments(function.path("arguments"));
            function.put("arguments", arguments == null || arguments.isBlank() ? "{}" : arguments);
        }
    }
}
