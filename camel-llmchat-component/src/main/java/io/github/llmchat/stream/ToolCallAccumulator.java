package io.github.llmchat.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * The tool calls of one choice, assembled from their deltas. Servers differ in what they repeat, leave out or number
 * wrongly, so that the place of a delta is found by index, id and name together; ids and names are set once and never
 * concatenated.
 */
final class ToolCallAccumulator {

    private final List<Call> calls = new ArrayList<>();

    void add(JsonNode delta) {
        JsonNode function = delta.path("function");
        String id = text(delta.path("id"));
        String name = text(function.path("name"));
        String arguments = arguments(function.path("arguments"));
        JsonNode number = delta.path("index");
        Integer index = number.canConvertToInt() && number.asInt() >= 0 ? number.asInt() : null;
        Call call = index == null ? findWithoutIndex(id, name) : findByIndex(index, id, name);
        if (call == null) {
            if (id == null && name == null && (arguments == null || arguments.isBlank())) {
                // a trailing empty delta is no call
                return;
            }
            call = new Call(index);
            calls.add(call);
        }
        call.merge(delta, id, name, arguments);
    }

    private Call findByIndex(int index, String id, String name) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            if (call.index != null && call.index == index) {
                // the same index with another id and a name is a new call (servers that always send 0)
                boolean other = id != null && name != null && call.id != null && !id.equals(call.id);
                return other ? findById(id) : call;
            }
        }
        return null;
    }

    private Call findById(String id) {
        return calls.stream().filter(call -> id.equals(call.id)).findFirst().orElse(null);
    }

    private Call findWithoutIndex(String id, String name) {
        Call same = id == null ? null : findById(id);
        if (same != null || id != null || name != null) {
            return same;
        }
        return calls.isEmpty() ? null : calls.get(calls.size() - 1);
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    ArrayNode toTree() {
        ArrayNode list = Json.mapper().createArrayNode();
        calls.forEach(call -> list.add(call.toTree()));
        return list;
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() || value.asText().isEmpty() ? null : value.asText();
    }

    private static String arguments(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return value.isContainerNode() ? Json.text(value) : value.asText();
    }

    private static final class Call {

        private final Integer index;
        private final StringBuilder arguments = new StringBuilder();
        private final ObjectNode others = Json.object();
        private String id;
        private String type;
        private String name;

        Call(Integer index) {
            this.index = index;
        }

        void merge(JsonNode delta, String newId, String newName, String piece) {
            id = id == null ? newId : id;
            name = name == null ? newName : name;
            type = type == null ? text(delta.path("type")) : type;
            if (piece != null) {
                arguments.append(piece);
            }
            for (Map.Entry<String, JsonNode> field : delta.properties()) {
                switch (field.getKey()) {
                    case "index", "id", "type", "function" -> {
                        // read above
                    }
                    default -> others.set(field.getKey(), field.getValue());
                }
            }
        }

        ObjectNode toTree() {
            ObjectNode call = Json.object();
            call.put("id", id);
            call.put("type", type == null ? "function" : type);
            ObjectNode function = call.putObject("function");
            function.put("name", name);
            function.put("arguments", arguments.length() == 0 ? "{}" : arguments.toString());
            call.setAll(others.deepCopy());
            return call;
        }
    }
}
