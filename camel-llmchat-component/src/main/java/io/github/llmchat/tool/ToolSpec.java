package io.github.llmchat.tool;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * Internal. What a model is told about a tool. Immutable.
 */
public final class ToolSpec {

    /** What the API takes as a name of a function. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final String name;
    private final boolean returnDirect;
    private final ObjectNode definition;

    /**
     * @param  name                     1 to 64 letters, digits, {@code _} and {@code -}
     * @param  description              what the tool does, for the model
     * @param  parameters               the JSON Schema of the arguments, an object; copied
     * @param  returnDirect             whether its result is the answer, with no further word of the model's
     * @throws IllegalArgumentException if the name is none
     */
    public ToolSpec(String name, String description, ObjectNode parameters, boolean returnDirect) {
        if (!isName(name)) {
            throw new IllegalArgumentException("The name of a tool must be 1 to 64 letters, digits, _ or -");
        }
        this.name = name;
        this.returnDirect = returnDirect;
        this.definition = Json.object().put("type", "function");
        definition.putObject("function").put("name", name).put("description", description)
                .set("parameters", parameters.deepCopy());
    }

    /** {@return whether models can call a tool by this name} */
    public static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    /** {@return the name by which models call it} */
    public String name() {
        return name;
    }

    /** {@return whether its result is the answer} */
    public boolean returnDirect() {
        return returnDirect;
    }

    /** {@return a copy of the element of the request's field {@code tools}} */
    public ObjectNode definition() {
        return definition.deepCopy();
    }

    @Override
    public String toString() {
        return "ToolSpec[" + name + "]";
    }
}
