package io.github.llmchat.stream;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * One tool call, adding up. What it is called is set once and never put together from pieces; its arguments, or the
 * input of a custom tool, are.
 */
final class AccumulatedToolCall {

    private static final Set<String> CALL_FIELDS = Set.of("index", "id", "type", "function");
    private static final Set<String> FUNCTION_FIELDS = Set.of("name", "arguments");
    private static final Set<String> CUSTOM_CALL_FIELDS = Set.of("index", "id", "type", "custom");
    private static final Set<String> CUSTOM_FIELDS = Set.of("name", "input");
    /** Longer arguments count as incomplete: to parse them at each piece would take for ever. */
    private static final int LONGEST_PARSED = 64 * 1024;

    private final Integer index;
    private final StringBuilder arguments = new StringBuilder();
    private final ObjectNode others = Json.object();
    private final ObjectNode toolOthers = Json.object();
    private boolean custom;
    private String id;
    private String type;
    private String name;
    private String generatedId;

    AccumulatedToolCall(Integer index) {
        this.index = index;
    }

    boolean hasIndex(Integer wanted) {
        return wanted.equals(index);
    }

    /** Whether the piece's id is this call's, and its name, if it has one, does not say otherwise. */
    boolean hasIdOf(ToolCallPiece piece) {
        return piece.id() != null && piece.id().equals(id) && !contradicts(piece.name());
    }

    /** Whether a piece with this call's index begins another call: some servers give all calls the same index. */
    boolean isFollowedBy(ToolCallPiece piece) {
        if (piece.name() == null) {
            // only the id differs: servers are known that change it within a call
            return false;
        }
        boolean otherId = id != null && piece.id() != null && !piece.id().equals(id);
        return otherId || contradicts(piece.name()) || piece.id() == null && beginsAnew(piece.arguments());
    }

    private boolean contradicts(String otherName) {
        return name != null && otherName != null && !otherName.equals(name);
    }

    /** Whether the arguments are complete and these can't be more of them. */
    private boolean beginsAnew(String piece) {
        if (custom || piece == null || !piece.stripLeading().startsWith("{") || arguments.isEmpty()
                || arguments.length() > LONGEST_PARSED) {
            return false;
        }
        try {
            return Json.parse(arguments.toString()).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    void add(ToolCallPiece piece) {
        id = id == null ? piece.id() : id;
        name = name == null ? piece.name() : name;
        type = type == null ? ToolCallPiece.text(piece.delta().path("type")) : type;
        if (piece.arguments() != null) {
            arguments.append(piece.arguments());
        }
        custom |= piece.custom();
        keepOthers(piece.delta(), piece.custom() ? CUSTOM_CALL_FIELDS : CALL_FIELDS, others);
        keepOthers(piece.delta().path("function"), FUNCTION_FIELDS, toolOthers);
        if (piece.custom()) {
            keepOthers(piece.delta().path("custom"), CUSTOM_FIELDS, toolOthers);
        }
    }

    /** Signatures and the like: models refuse calls that come back without them. */
    private static void keepOthers(JsonNode from, Set<String> known, ObjectNode to) {
        for (Map.Entry<String, JsonNode> field : from.properties()) {
            if (!known.contains(field.getKey()) && !field.getValue().isNull()) {
                to.set(field.getKey(), field.getValue());
            }
        }
    }

    ObjectNode toTree(ToolCallIds ids) {
        ObjectNode call = Json.object();
        call.put("id", ids.take(id) ? id : generatedId());
        String kind = custom ? "custom" : "function";
        call.put("type", type == null ? kind : type);
        ObjectNode tool = call.putObject(kind);
        tool.put("name", name);
        if (custom) {
            tool.put("input", arguments.toString());
        } else {
            tool.put("arguments", arguments.toString().isBlank() ? "{}" : arguments.toString());
        }
        tool.setAll(toolOthers.deepCopy());
        call.setAll(others.deepCopy());
        return call;
    }

    /** The same every time: a partial answer and the whole one must agree. */
    private String generatedId() {
        if (generatedId == null) {
            generatedId = ToolCallIds.generate();
        }
        return generatedId;
    }
}
