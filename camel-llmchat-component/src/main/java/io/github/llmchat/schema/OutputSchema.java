package io.github.llmchat.schema;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;

/**
 * A JSON Schema that a model is asked to follow, and that what it sends is checked against. Immutable; compiled once;
 * any thread may use it. Internal: public only because other packages of this component use it.
 *
 * <p>
 * A schema follows the draft that its {@code $schema} names (4, 6, 7, 2019-09 or 2020-12, which is the default).
 * References stay inside the schema: nothing is ever fetched. In the two newest drafts {@code format} describes and is
 * not checked.
 */
public final class OutputSchema {

    private static final String FORMAT = "json_schema";
    private static final String NAME = "name";
    private static final String SCHEMA = "schema";
    private static final String STRICT = "strict";

    private final ObjectNode format;
    private final SchemaCheck check;

    private OutputSchema(ObjectNode format) {
        this.format = format;
        this.check = SchemaCompiler.compile("jsonSchema", format.get(SCHEMA));
    }

    /**
     * A schema that was given as JSON.
     *
     * @param  given                    a JSON Schema, or the wire's wrapper around one: an object with {@code schema},
     *                                  perhaps {@code name}, {@code strict}, {@code description} and others, which are
     *                                  sent as they are; or the whole {@code response_format} around that. It is copied
     * @return                          the schema
     * @throws IllegalArgumentException if it is no JSON Schema, or has references to elsewhere; the message says where
     */
    public static OutputSchema of(JsonNode given) {
        if (given == null || !given.isObject()) {
            throw new IllegalArgumentException("jsonSchema is no JSON Schema: it is no JSON object");
        }
        if (given.path(FORMAT).isObject()) {
            return of(given.get(FORMAT));
        }
        // a schema without a type or properties would allow anything: it is not meant as one
        boolean wrapped = given.path(SCHEMA).isObject() && !given.has("type") && !given.has("properties");
        JsonNode schema = wrapped ? given.get(SCHEMA) : given;
        JsonNode name = wrapped ? given.get(NAME) : null;
        ObjectNode format = Json.object().put(NAME, SchemaName.of(name, schema.get("title")));
        format.set(SCHEMA, schema.deepCopy());
        if (wrapped) {
            ObjectNode others = given.deepCopy();
            format.setAll((ObjectNode) others.without(List.of(NAME, SCHEMA)));
        }
        return new OutputSchema(format);
    }

    /**
     * The schema of a class, as Jackson would read an object of it: strict, every property required, those that may be
     * absent nullable.
     *
     * @param  type                     a record or a class with properties, whose own properties are such classes,
     *                                  lists, enums and values
     * @return                          the schema
     * @throws IllegalArgumentException if objects of the class have no fixed properties: a list, a map, a text, a
     *                                  number, an interface; the message says what to do
     */
    public static OutputSchema of(Class<?> type) {
        ObjectNode schema = ClassSchema.of(type);
        ObjectNode format = Json.object().put(NAME, SchemaName.of(type.getSimpleName()));
        format.set(SCHEMA, schema);
        return new OutputSchema(format.put(STRICT, true));
    }

    /**
     * The name on the wire.
     *
     * @return at most 64 letters, digits, {@code _} and {@code -}: from the wrapper, the schema's title or the class,
     *         else {@code answer}
     */
    public String name() {
        return format.get(NAME).textValue();
    }

    /**
     * The bare schema.
     *
     * @return a copy
     */
    public ObjectNode schema() {
        return format.get(SCHEMA).deepCopy();
    }

    /**
     * The value of the request's field {@code response_format}. {@code strict} is in it only if the wrapper had it or
     * the schema was made from a class.
     *
     * @return a copy
     */
    public ObjectNode responseFormat() {
        ObjectNode request = Json.object().put("type", FORMAT);
        request.set(FORMAT, format.deepCopy());
        return request;
    }

    /**
     * Checks a document.
     *
     * @param  document the document
     * @return          nothing if it follows the schema, else up to 10 messages, each with a place and a rule, such as
     *                  {@code $.lines[0].price: must be a number}. Values of the document, and names that the schema
     *                  does not have, are in none of them. Documents nested deeper than 200 levels are refused
     */
    public List<String> violations(JsonNode document) {
        return check.violations(document);
    }
}
