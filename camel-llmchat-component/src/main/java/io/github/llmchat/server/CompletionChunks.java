package io.github.llmchat.server;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.sse.SseEncoder;

/** A whole completion as the chunks that a stream of it would have had, with all of its fields. */
final class CompletionChunks {

    private CompletionChunks() {
    }

    static void write(ChatCompletion completion, StreamWishes wishes, ResponseSink sink) {
        ObjectNode envelope = completion.copyOfTree();
        JsonNode choices = envelope.remove("choices");
        JsonNode usage = envelope.remove("usage");
        envelope.put("object", "chat.completion.chunk");
        if (choices != null) {
            choices.forEach(choice -> choice(envelope, choice, sink));
        }
        if (wishes.usage() && usage != null && !usage.isNull()) {
            ObjectNode chunk = envelope.deepCopy();
            chunk.putArray("choices");
            chunk.set("usage", usage);
            send(chunk, sink);
        }
        sink.write(Replies.DONE);
        sink.end();
    }

    private static void choice(ObjectNode envelope, JsonNode choice, ResponseSink sink) {
        int index = choice.path("index").asInt();
        ObjectNode message = choice.path("message") instanceof ObjectNode object ? object : Json.object();
        JsonNode role = message.remove("role");
        send(chunk(envelope, index, Json.object().put("role", role == null ? "assistant" : role.asText()).put("content", "")),
                sink);
        if (message.path("tool_calls") instanceof ArrayNode calls) {
            number(calls);
        }
        removeNulls(message);
        ObjectNode whole = chunk(envelope, index, message);
        ObjectNode node = (ObjectNode) whole.path("choices").path(0);
        for (Map.Entry<String, JsonNode> field : choice.properties()) {
            if (!node.has(field.getKey()) && !field.getKey().equals("message")) {
                node.set(field.getKey(), field.getValue());
            }
        }
        if (!message.isEmpty() || node.size() > 3) {
            send(whole, sink);
        }
        ObjectNode last = chunk(envelope, index, Json.object());
        String reason = choice.path("finish_reason").asText("stop");
        ((ObjectNode) last.path("choices").path(0)).put("finish_reason", reason);
        send(last, sink);
    }

    private static void number(ArrayNode calls) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof ObjectNode call && !call.has("index")) {
                call.put("index", i);
            }
        }
    }

    private static void removeNulls(ObjectNode message) {
        message.properties().removeIf(field -> field.getValue().isNull());
    }

    private static ObjectNode chunk(ObjectNode envelope, int index, ObjectNode delta) {
        ObjectNode chunk = envelope.deepCopy();
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", index);
        choice.set("delta", delta);
        choice.putNull("finish_reason");
        return chunk;
    }

    private static void send(ObjectNode chunk, ResponseSink sink) {
        sink.write(SseEncoder.event(Json.bytes(chunk)));
    }
}
