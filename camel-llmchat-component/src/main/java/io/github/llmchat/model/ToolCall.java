package io.github.llmchat.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A model's wish to have a tool called. Immutable.
 */
public final class ToolCall extends JsonView {

    ToolCall(ObjectNode tree) {
        super(tree);
    }

    /**
     * The id that the result must name.
     *
     * @return the id, or {@code null}
     */
    public String id() {
        return Fields.text(tree(), "id");
    }

    /**
     * The kind of tool.
     *
     * @return the type, {@code function} if none was sent
     */
    public String type() {
        String type = Fields.string(tree(), "type");
        return type == null ? "function" : type;
    }

    /**
     * The name of the tool.
     *
     * @return the name, or {@code null}
     */
    public String name() {
        return Fields.string(tree().path("function"), "name");
    }

    /**
     * The arguments as the model wrote them, which need not be valid JSON.
     *
     * @return the JSON text of an object, <code>{}</code> if the model gave none
     */
    public String arguments() {
        String arguments = Fields.arguments(tree());
        return arguments == null || arguments.isBlank() ? "{}" : arguments;
    }

    /** Describes the call without its arguments. */
    @Override
    public String toString() {
        return "ToolCall[id=" + id() + ", name=" + name() + ", " + arguments().length() + " characters of arguments]";
    }
}
