package io.github.llmchat.scenario.tools;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

/** A gateway whose model calls tools, and routes that are tools. */
abstract class ToolScenario extends EveryWay {

    /** What a call looks like in an answer: {@code id name arguments}, separated by spaces. */
    static Script asks(Way way, String... calls) {
        return way == Way.PLAIN ? whole(null, calls) : streamed("", calls);
    }

    /** An answer with text. */
    static Script answers(Way way, String text) {
        return way == Way.PLAIN ? Script.answer(text) : said(text).finish("stop").usage(10, 5).done();
    }

    static SseScript streamed(String text, String... calls) {
        SseScript script = text.isEmpty() ? Script.sse().role() : said(text);
        for (int i = 0; i < calls.length; i++) {
            String[] call = calls[i].split(" ", 3);
            script = script.toolCall(i, call[0], call[1], call[2]);
        }
        return script.finish("tool_calls").usage(10, 5).done();
    }

    private static SseScript said(String text) {
        int half = text.length() / 2;
        return Script.sse().text(text.substring(0, half), text.substring(half));
    }

    static Script whole(String text, String... calls) {
        ObjectNode tree = Json.object().put("id", "chatcmpl-scripted").put("object", "chat.completion")
                .put("model", "scripted-model");
        ObjectNode choice = tree.putArray("choices").addObject().put("index", 0).put("finish_reason", "tool_calls");
        ObjectNode message = choice.putObject("message").put("role", "assistant").put("content", text);
        ArrayNode list = message.putArray("tool_calls");
        for (String spec : calls) {
            String[] call = spec.split(" ", 3);
            list.addObject().put("id", call[0]).put("type", "function")
                    .putObject("function").put("name", call[1]).put("arguments", call[2]);
        }
        tree.putObject("usage").put("prompt_tokens", 10).put("completion_tokens", 5).put("total_tokens", 15);
        return Script.json(Json.text(tree));
    }

    /** The JSON of the request that was sent at this place, from 0. */
    final JsonNode sent(int index) {
        try {
            return Json.parse(gateway.requests().get(index).body());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    final JsonNode messages(int request) {
        return sent(request).path("messages");
    }

    /** The contents of the results that a request has, in their order. */
    final List<String> results(int request) {
        return stream(messages(request)).filter(message -> message.path("role").asText().equals("tool"))
                .map(message -> message.path("content").asText()).toList();
    }

    final List<String> offered(int request) {
        return stream(sent(request).path("tools")).map(tool -> tool.path("function").path("name").asText()).toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }

    final List<RecordedRequest> requests() {
        return gateway.requests();
    }
}
