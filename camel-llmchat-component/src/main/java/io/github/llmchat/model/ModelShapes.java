package io.github.llmchat.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The forms in which gateways list and describe models. */
final class ModelShapes {

    /** What the ability to see is called. */
    static final Set<String> IMAGE = Set.of("image", "images", "vision");

    private ModelShapes() {
    }

    /** The entries, or {@code null} if the document is no list. */
    static List<ModelInfo> list(JsonNode document) {
        JsonNode array = array(document);
        if (array == null) {
            return null;
        }
        List<ModelInfo> models = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            if (element.isObject() || Fields.emptyToNull(element.textValue()) != null) {
                models.add(ModelInfo.fromTree(element));
            }
        }
        return List.copyOf(models);
    }

    private static JsonNode array(JsonNode document) {
        if (document.isArray()) {
            return document;
        }
        for (String field : List.of("data", "models")) {
            JsonNode value = document.path(field);
            // Ollama without a model writes null
            if (value.isArray() || value.isNull() && "list".equals(document.path("object").textValue())) {
                return value;
            }
        }
        return null;
    }

    /** The entry, or {@code null} if the document describes no model. */
    static ModelInfo entry(JsonNode document) {
        ObjectNode object = document instanceof ObjectNode root ? root : null;
        if (object != null && !isModel(object)) {
            object = Fields.object(object, "data");
        }
        return object != null && isModel(object) ? ModelInfo.fromTree(object) : null;
    }

    private static boolean isModel(ObjectNode object) {
        return object.path("modalities").isObject() || object.path("architecture").isObject()
                || id(object) != null && !object.path("message").isTextual();
    }

    static String id(JsonNode model) {
        for (String field : List.of("id", "name", "model")) {
            String id = Fields.text(model, field);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** What goes in or comes out, in lower case; OpenRouter has it inside of the architecture, xAI at the top. */
    static List<String> modalities(JsonNode model, String direction) {
        String flat = direction + "_modalities";
        for (JsonNode place : List.of(
                model.path("modalities").path(direction), model.path("architecture").path(flat), model.path(flat))) {
            List<String> names = new ArrayList<>();
            place.forEach(element -> add(element, names));
            add(place, names);
            if (!names.isEmpty()) {
                return List.copyOf(names);
            }
        }
        return List.of();
    }

    private static void add(JsonNode name, List<String> names) {
        if (name.isTextual() && !name.textValue().isBlank()) {
            names.add(name.textValue().strip().toLowerCase(Locale.ROOT));
        }
    }
}
