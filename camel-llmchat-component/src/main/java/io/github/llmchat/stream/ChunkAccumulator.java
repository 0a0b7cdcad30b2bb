package io.github.llmchat.stream;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.Json;

/**
 * Internal. Adds the chunks of one stream up to the completion that the gateway would have sent without streaming. A
 * chunk that only brings text costs no JSON tree; all others are merged field by field, unknown ones included.
 */
public final class ChunkAccumulator {

    /** More choices than any gateway allows (OpenAI's limit is 128): an index beyond it is a mistake, not a choice. */
    private static final int MAX_CHOICES = 256;

    private final ObjectNode envelope = Json.object();
    private final Map<Integer, ChoiceAccumulator> choices = new TreeMap<>();
    private JsonNode usage;
    private boolean empty = true;
    // in the envelope; asked for each chunk
    private boolean hasId;
    private boolean hasModel;

    /** Adds a chunk that is not the closing one. */
    public void add(ChatChunk chunk) {
        ChoiceAccumulator known = chunk.isPlain() && !identifies(chunk) ? choices.get(chunk.choiceIndex()) : null;
        if (known != null && known.addPlain(chunk)) {
            return;
        }
        addTree(chunk.copyOfTree());
        empty = false;
    }

    /** Whether the chunk is the first that has an id or a model; some servers leave them empty at first. */
    private boolean identifies(ChatChunk chunk) {
        return chunk.id() != null && !hasId || chunk.model() != null && !hasModel;
    }

    private void addTree(ObjectNode tree) {
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "choices" -> value.forEach(this::addChoice);
                case "usage" -> usage = value.isNull() ? usage : value;
                case "error", "object", "obfuscation" -> {
                    // of one chunk only, or to be set by us
                }
                case "id", "created", "model" -> setOnce(field.getKey(), value);
                default -> setUnlessEmpty(field.getKey(), value);
            }
        }
    }

    private void setOnce(String name, JsonNode value) {
        if (!envelope.has(name)) {
            setUnlessEmpty(name, value);
        }
    }

    private void setUnlessEmpty(String name, JsonNode value) {
        boolean unknown = value.isNull() || value.isTextual() && value.textValue().isEmpty()
                || name.equals("created") && value.asDouble() == 0;
        if (!unknown) {
            envelope.set(name, value);
            hasId |= name.equals("id");
            hasModel |= name.equals("model");
        }
    }

    private void addChoice(JsonNode choice) {
        if (!(choice instanceof ObjectNode node)) {
            return;
        }
        JsonNode number = node.path("index");
        // what is no index is none, as in ChatChunk.choiceIndex()
        int index = number.canConvertToInt() ? Math.max(0, number.asInt()) : 0;
        if (index < MAX_CHOICES) {
            choices.computeIfAbsent(index, ChoiceAccumulator::new).add(node);
        }
    }

    /** Whether a choice had more tool calls than are kept. */
    boolean overflows() {
        return choices.values().stream().anyMatch(ChoiceAccumulator::overflows);
    }

    /** Whether no chunk has come. */
    public boolean isEmpty() {
        return empty;
    }

    /** Whether every choice seen so far has its finish reason. */
    boolean finished() {
        return !choices.isEmpty() && choices.values().stream().allMatch(ChoiceAccumulator::finished);
    }

    /**
     * The answer, now that its end is known: a choice whose finish reason the gateway never sent gets the likely one.
     */
    public ChatCompletion completion() {
        return build(true);
    }

    /** What has arrived so far, with nothing inferred. */
    ChatCompletion partial() {
        return build(false);
    }

    private ChatCompletion build(boolean ended) {
        ObjectNode tree = Json.object();
        copy("id", tree);
        tree.put("object", "chat.completion");
        copy("created", tree);
        copy("model", tree);
        ArrayNode list = tree.putArray("choices");
        choices.values().forEach(choice -> list.add(choice.toTree(ended)));
        if (usage != null) {
            tree.set("usage", usage.deepCopy());
        }
        for (Map.Entry<String, JsonNode> field : envelope.properties()) {
            if (!tree.has(field.getKey())) {
                tree.set(field.getKey(), field.getValue().deepCopy());
            }
        }
        return ChatCompletion.fromTree(tree);
    }

    private void copy(String name, ObjectNode to) {
        JsonNode value = envelope.get(name);
        if (value != null) {
            to.set(name, value);
        }
    }
}
