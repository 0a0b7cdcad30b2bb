package io.github.llmchat.model;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What all wire documents have in common. The tree is never changed and never handed out, so views may share it, with
 * each other and between threads.
 */
abstract class JsonView {

    private final ObjectNode tree;

    JsonView(ObjectNode tree) {
        this.tree = tree;
    }

    /**
     * The tree itself. Jackson writes it for the view, with whatever mapper a user has.
     */
    @JsonValue
    ObjectNode tree() {
        return tree;
    }

    /**
     * The whole document.
     *
     * @return the JSON, with all fields that were received, in their order
     */
    public String toJson() {
        return Json.text(tree());
    }

    /**
     * The whole document as a tree.
     *
     * @return a copy, which the caller may change
     */
    public ObjectNode copyOfTree() {
        return tree().deepCopy();
    }

    /**
     * Whether the document has a field.
     *
     * @param  field the name as it is on the wire
     * @return       {@code true} if the field is there, even with the value {@code null}
     */
    public boolean has(String field) {
        return tree().has(field);
    }

    /**
     * Any field of the document, known to this class or not.
     *
     * @param  field the name as it is on the wire
     * @return       a copy of its value (a JSON null is one too), or {@code null} if the field is absent
     */
    public JsonNode get(String field) {
        JsonNode value = tree().get(field);
        return value == null ? null : value.deepCopy();
    }

    /**
     * Two documents are equal when they are of one type and their JSON has the same fields and values, in any order.
     */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other != null && getClass() == other.getClass() && tree().equals(((JsonView) other).tree());
    }

    @Override
    public int hashCode() {
        return tree().hashCode();
    }
}
