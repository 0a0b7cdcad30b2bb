package io.github.llmchat.schema;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of what a tool takes. Immutable; compiled once; any thread may use it. Internal: public only because
 * other packages of this component use it. What is said of drafts and references in {@link OutputSchema} holds here.
 */
public final class ArgumentSchema {

    private final ObjectNode schema;
    private final SchemaCheck check;

    private ArgumentSchema(ObjectNode schema, SchemaCheck check) {
        this.schema = schema;
        this.check = check;
    }

    /**
     * A schema that was given as JSON.
     *
     * @param  option                   where it was given, for messages
     * @param  given                    a JSON Schema of objects; copied
     * @return                          the schema
     * @throws IllegalArgumentException if it is no JSON Schema, or has references to elsewhere; the message says where
     */
    public static ArgumentSchema of(String option, JsonNode given) {
        if (given == null || !given.isObject()) {
            throw new IllegalArgumentException(option + " is no JSON Schema: it is no JSON object");
        }
        ObjectNode schema = given.deepCopy();
        return new ArgumentSchema(schema, SchemaCompiler.compile(option, schema));
    }

    /** {@return a copy of the schema} */
    public ObjectNode schema() {
        return schema.deepCopy();
    }

    /**
     * Checks arguments.
     *
     * @param  arguments the arguments
     * @return           nothing if they follow the schema, else up to 10 messages, each with a place and a rule. Values
     *                   of the arguments, and names that the schema does not have, are in none of them
     */
    public List<String> violations(JsonNode arguments) {
        return check.violations(arguments);
    }
}
