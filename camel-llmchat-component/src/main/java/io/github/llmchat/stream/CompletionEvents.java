package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;
import io.github.llmchat.sse.SseEvent;

/**
 * Internal. A completion as the events of a stream that adds up to it: for each choice its reasoning, its text, its
 * tool calls and its end, as far as it has them, then the usage.
 */
public final class CompletionEvents {

    private static final Set<String> REASONING = Set.of("reasoning", "reasoning_content", "reasoning_details");
    private static final Set<String> CALLS = Set.of("tool_calls", "function_call");

    private final ObjectNode envelope;
    private final List<SseEvent> events = new ArrayList<>();

    private CompletionEvents(ObjectNode envelope) {
        this.envelope = envelope;
    }

    /** The events in their order, {@code [DONE]} at the end. */
    public static List<SseEvent> of(ChatCompletion completion) {
        ObjectNode tree = completion.copyOfTree();
        JsonNode choices = tree.remove("choices");
        JsonNode usage = tree.remove("usage");
        tree.put("object", "chat.completion.chunk");
        CompletionEvents made = new CompletionEvents(tree);
        for (int i = 0; i < choices.size(); i++) {
            ObjectNode choice = (ObjectNode) choices.get(i);
            if (!choice.path("index").canConvertToInt()) {
                choice.put("index", i);
            }
            made.add(choice);
        }
        if (usage != null && !usage.isNull()) {
            made.chunk(Json.mapper().createArrayNode(), usage);
        }
        made.events.add(event("[DONE]".getBytes(StandardCharsets.UTF_8)));
        return made.events;
    }

    private void add(ObjectNode choice) {
        ObjectNode message = choice.remove("message") instanceof ObjectNode object ? object : Json.object();
        JsonNode logprobs = choice.remove("logprobs");
        ObjectNode thoughts = taken(message, REASONING);
        ObjectNode calls = taken(message, CALLS);
        number(calls.path("tool_calls"));
        if (!thoughts.isEmpty()) {
            chunk(choice(choice, thoughts));
        }
        ObjectNode text = choice(choice, message);
        if (logprobs != null && !logprobs.isNull()) {
            text.set("logprobs", logprobs);
        }
        chunk(text);
        if (!calls.isEmpty()) {
            chunk(choice(choice, calls));
        }
        choice.putObject("delta");
        chunk(choice);
    }

    /** The fields of these names, which the message then no longer has. */
    private static ObjectNode taken(ObjectNode message, Set<String> names) {
        ObjectNode taken = Json.object();
        for (String name : names) {
            JsonNode value = message.remove(name);
            if (value != null && !value.isNull()) {
                taken.set(name, value);
            }
        }
        return taken;
    }

    private static void number(JsonNode toolCalls) {
        for (int i = 0; i < toolCalls.size(); i++) {
            if (toolCalls.get(i) instanceof ObjectNode call) {
                call.put("index", i);
            }
        }
    }

    private static ObjectNode choice(ObjectNode of, ObjectNode delta) {
        ObjectNode choice = Json.object();
        choice.set("index", of.path("index"));
        choice.set("delta", delta);
        return choice;
    }

    private void chunk(ObjectNode choice) {
        chunk(Json.mapper().createArrayNode().add(choice), null);
    }

    private void chunk(ArrayNode choices, JsonNode usage) {
        ObjectNode chunk = Json.object();
        chunk.setAll(envelope);
        chunk.set("choices", choices);
        if (usage != null) {
            chunk.set("usage", usage);
        }
        events.add(event(Json.bytes(chunk)));
    }

    private static SseEvent event(byte[] data) {
        return new SseEvent(null, data);
    }
}
