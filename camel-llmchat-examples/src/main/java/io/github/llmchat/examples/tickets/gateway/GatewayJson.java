package io.github.llmchat.examples.tickets.gateway;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON documents that the demo gateway sends. */
final class GatewayJson {

    /** Fixed, so that the same request gets the same bytes. */
    private static final long CREATED = 1_700_000_000L;

    private GatewayJson() {
    }

    static String models(List<String> names) {
        ObjectNode list = object().put("object", "list");
        ArrayNode data = list.putArray("data");
        names.forEach(name -> data.addObject().put("id", name).put("object", "model").put("created", CREATED)
                .put("owned_by", "camel-llmchat-demo-gateway"));
        return list.toString();
    }

    static String error(GatewayError error) {
        ObjectNode document = object();
        document.putObject("error").put("message", error.getMessage()).put("type", error.type())
                .put("param", error.param()).put("code", error.code());
        return document.toString();
    }

    static String completion(DemoAnswer answer) {
        ObjectNode document = head(answer, "chat.completion");
        ObjectNode choice = document.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant").put("content", answer.text());
        answer.calls().forEach(call -> function(message.withArray("tool_calls").addObject(), call, call.arguments()));
        choice.put("finish_reason", answer.finishReason());
        document.set("usage", usage(answer));
        return document.toString();
    }

    static String roleChunk(DemoAnswer answer) {
        return chunk(answer, object().put("role", "assistant").put("content", ""), null);
    }

    static String textChunk(DemoAnswer answer, String piece) {
        return chunk(answer, object().put("content", piece), null);
    }

    static String callChunk(DemoAnswer answer, int index) {
        ObjectNode delta = object();
        function(delta.putArray("tool_calls").addObject().put("index", index), answer.calls().get(index), "");
        return chunk(answer, delta, null);
    }

    static String argumentsChunk(DemoAnswer answer, int index, String piece) {
        ObjectNode delta = object();
        delta.putArray("tool_calls").addObject().put("index", index).putObject("function").put("arguments", piece);
        return chunk(answer, delta, null);
    }

    private static void function(ObjectNode node, DemoToolCall call, String arguments) {
        node.put("id", call.id()).put("type", "function").putObject("function").put("name", call.tool())
                .put("arguments", arguments);
    }

    static String finishChunk(DemoAnswer answer) {
        return chunk(answer, object(), answer.finishReason());
    }

    static String usageChunk(DemoAnswer answer) {
        ObjectNode document = head(answer, "chat.completion.chunk");
        document.putArray("choices");
        document.set("usage", usage(answer));
        return document.toString();
    }

    private static String chunk(DemoAnswer answer, ObjectNode delta, String finishReason) {
        ObjectNode document = head(answer, "chat.completion.chunk");
        ObjectNode choice = document.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        return document.toString();
    }

    private static ObjectNode head(DemoAnswer answer, String object) {
        return object().put("id", answer.id()).put("object", object).put("created", CREATED)
                .put("model", answer.model());
    }

    private static ObjectNode usage(DemoAnswer answer) {
        return object().put("prompt_tokens", answer.promptTokens()).put("completion_tokens", answer.completionTokens())
                .put("total_tokens", answer.promptTokens() + answer.completionTokens());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
