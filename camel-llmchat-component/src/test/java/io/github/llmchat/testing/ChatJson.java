package io.github.llmchat.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The documents of the Chat Completions API in the shapes that OpenAI sends. */
record ChatJson(String id, String model) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String completion(String text) {
        ObjectNode document = document("chat.completion");
        ObjectNode choice = document.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
        choice.putNull("logprobs").put("finish_reason", "stop");
        return putUsage(document, 10, 5).toString();
    }

    String chunk(int index, JsonNode delta, String finishReason) {
        ObjectNode document = document("chat.completion.chunk");
        ObjectNode choice = document.putArray("choices").addObject().put("index", index);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", finishReason);
        return document.toString();
    }

    String usage(int prompt, int completion) {
        ObjectNode document = document("chat.completion.chunk");
        document.putArray("choices");
        return putUsage(document, prompt, completion).toString();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode toolCall(int index, String callId, String name, String arguments) {
        ObjectNode call = object().put("index", index);
        if (callId != null) {
            call.put("id", callId).put("type", "function");
        }
        ObjectNode function = call.putObject("function");
        if (name != null) {
            function.put("name", name);
        }
        function.put("arguments", arguments);
        ObjectNode delta = object();
        delta.putArray("tool_calls").add(call);
        return delta;
    }

    static String error(String type, String code, String message) {
        ObjectNode document = object();
        document.putObject("error").put("message", message).put("type", type).putNull("param").put("code", code);
        return document.toString();
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    private ObjectNode document(String kind) {
        return object().put("id", id).put("object", kind).put("created", Script.CREATED).put("model", model)
                .put("service_tier", "default").put("system_fingerprint", "fp_scripted");
    }

    private static ObjectNode putUsage(ObjectNode document, int prompt, int completion) {
        ObjectNode usage = document.putObject("usage").put("prompt_tokens", prompt)
                .put("completion_tokens", completion).put("total_tokens", prompt + completion);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
        usage.putObject("completion_tokens_details").put("reasoning_tokens", 0).put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0).put("rejected_prediction_tokens", 0);
        return document;
    }
}
