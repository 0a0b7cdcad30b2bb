package io.github.llmchat.tool.route;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import io.github.llmchat.tool.ToolCaller;
import org.apache.camel.Message;
import org.apache.camel.support.PatternHelper;

/**
 * What the exchanges of one call are made of: one for the approval, one for the route. They share nothing.
 */
final class ToolRequest {

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {
    };

    private final String toolName;
    private final String callId;
    private final ObjectNode arguments;
    private final ToolCaller caller;
    private final String[] callerHeaders;

    /** @param callerHeaders names and patterns of the caller's headers that go along */
    ToolRequest(String toolName, String callId, ObjectNode arguments, ToolCaller caller, String... callerHeaders) {
        this.toolName = toolName;
        this.callId = callId;
        this.arguments = arguments;
        this.caller = caller;
        this.callerHeaders = callerHeaders;
    }

    String callerId() {
        return caller.exchangeId();
    }

    /** Sets the body, and the headers that do not come from the model. */
    void bind(Message message) {
        message.setBody(body());
        caller.headers().forEach((name, value) -> {
            if (isCallers(name)) {
                message.setHeader(name, value);
            }
        });
        message.setHeader(LlmChatToolConstants.TOOL_NAME, toolName);
        if (callId != null) {
            message.setHeader(LlmChatToolConstants.TOOL_CALL_ID, callId);
        }
    }

    /**
     * Sets the headers that come from the model.
     *
     * @param names those that may be headers
     */
    void bindArguments(Message message, Iterable<String> names) {
        Map<String, Object> values = body();
        for (String name : names) {
            // also where the caller has no such header: it must not come from the model then
            if (values.containsKey(name) && ArgumentHeaders.isAllowed(name) && !isCallers(name)) {
                message.setHeader(name, values.get(name));
            }
        }
    }

    private boolean isCallers(String name) {
        return PatternHelper.matchPatterns(name, callerHeaders);
    }

    private Map<String, Object> body() {
        return Json.mapper().convertValue(arguments, MAP);
    }
}
