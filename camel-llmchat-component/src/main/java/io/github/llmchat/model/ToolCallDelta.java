package io.github.llmchat.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A piece of a tool call in a chunk. Immutable.
 */
public final class ToolCallDelta extends JsonView {

    ToolCallDelta(ObjectNode tree) {
        super(tree);
    }

    /**
     * The number of the call that the piece belongs to. It is a name, not a position: servers begin at 1, leave gaps,
     * or give all calls the same.
     *
     * @return the number, or {@code null} if it is missing or negative
     */
    public Integer index() {
        return Fields.index(tree());
    }

    /**
     * The id of the call.
     *
     * @return the id, or {@code null}
     */
    public String id() {
        return Fields.text(tree(), "id");
    }

    /**
     * The kind of tool.
     *
     * @return the type, or {@code null}
     */
    public String type() {
        return Fields.string(tree(), "type");
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
     * The next piece of the arguments' JSON text, or of a custom tool's input. Arguments that came as an object are
     * written as text.
     *
     * @return the piece, or {@code null}
     */
    public String arguments() {
        return Fields.arguments(tree());
    }

    /** Describes the piece without the arguments. */
    @Override
    public String toString() {
        String arguments = arguments();
        return "ToolCallDelta[index=" + index() + ", id=" + id() + ", name=" + name() + ", "
               + (arguments == null ? 0 : arguments.length()) + " characters of arguments]";
    }
}
