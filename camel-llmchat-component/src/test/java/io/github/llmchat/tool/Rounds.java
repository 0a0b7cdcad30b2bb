package io.github.llmchat.tool;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;

/** Answers and tools for tests of the loop. */
final class Rounds {

    static final ToolPolicies TELL_THE_MODEL = new ToolPolicies(false, false, false, false);
    static final ToolPolicies FAIL = new ToolPolicies(true, true, true, true);

    private Rounds() {
    }

    /** An answer that is one. */
    static ChatCompletion text(String text, int tokens) {
        ObjectNode message = Json.object().put("role", "assistant").put("content", text);
        return completion(message, "stop", tokens);
    }

    /** An answer that asks for these tools; the calls' ids are their names with a number. */
    static ChatCompletion calls(int tokens, String... names) {
        ObjectNode message = Json.object().put("role", "assistant").putNull("content");
        message.put("reasoning_content", "hm");
        ArrayNode calls = message.putArray("tool_calls");
        for (int i = 0; i < names.length; i++) {
            calls.addObject().put("id", names[i] + "-" + i).put("type", "function")
                    .putObject("function").put("name", names[i]).put("arguments", "{}");
        }
        return completion(message, "tool_calls", tokens);
    }

    private static ChatCompletion completion(ObjectNode message, String finishReason, int tokens) {
        ObjectNode tree = Json.object().put("id", "x");
        tree.putArray("choices").addObject().put("finish_reason", finishReason).set("message", message);
        if (tokens > 0) {
            tree.putObject("usage").put("total_tokens", tokens);
        }
        return ChatCompletion.fromTree(tree);
    }

    static Map<String, ToolSpec> specs(String... names) {
        Map<String, ToolSpec> specs = new LinkedHashMap<>();
        for (String name : names) {
            specs.put(name, new ToolSpec(name, name, Json.object().put("type", "object"), name.startsWith("direct")));
        }
        return specs;
    }
}
