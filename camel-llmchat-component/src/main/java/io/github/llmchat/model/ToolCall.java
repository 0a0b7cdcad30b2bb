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
     * @return the type; if none was sent, {@code custom} or {@code function}, whichever it is
     */
    public String type() {
        String type = Fields.string(tree(), "type");
        return type != null ? type : Fields.isCustom(tree()) ? "custom" : "function";
    }

    /**
     * The name of the tool.
     *
     * @return the name, or {@code null}
     */
    public String name() {
        return Fields.toolName(tree());
    }

    /**
     * The arguments as the model wrote them, which need not be valid JSON; of a custom tool the input, which is free
     * text.
     *
     * @return the JSON text of an object, <code>{}</code> if the model gave none; or the input, "" if there is none
     */
    public String arguments() {
        String arguments = Fields.arguments(tree());
        if (Fields.isCustom(tree())) {
            return arguments == null ? "" : arguments;
        }
        return arguments == null || arguments.isBlank() ? "{}" : arguments;
    }

    /** Describes the call without its arguments. */
    @Override
    public String toString() {
        return "ToolCall[id=" + id() + ", name=" + name() + ", " + arguments().length() + " characters of arguments]";
    }
}
