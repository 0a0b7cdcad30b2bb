package io.github.llmchat.tool.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import io.github.llmchat.schema.ArgumentSchema;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/** What a tool takes, by whichever option it was declared. Immutable. */
final class ToolParameters {

    private static final String OPTION = "argSchema";
    private static final String RESOURCE = "resource:";

    private final ArgumentSchema schema;
    private final Set<String> names;
    /** Null if a schema was given. */
    private final DeclaredParameters declared;

    private ToolParameters(ArgumentSchema schema, DeclaredParameters declared) {
        this.schema = schema;
        this.declared = declared;
        Set<String> known = new LinkedHashSet<>();
        schema.schema().path("properties").fieldNames().forEachRemaining(known::add);
        this.names = known;
    }

    /**
     * @throws IllegalArgumentException if the options are contradictory or the schema is none
     */
    static ToolParameters of(CamelContext context, Map<String, String> parameters, String argSchema) {
        if (argSchema == null || argSchema.isBlank()) {
            DeclaredParameters declared = new DeclaredParameters(parameters);
            return new ToolParameters(ArgumentSchema.of("parameter.*", declared.schema()), declared);
        }
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "parameter.* and argSchema exclude each other: put parameter." + parameters.keySet().iterator().next()
                                               + " into the schema");
        }
        JsonNode schema = read(context, argSchema.strip());
        if (!schema.path("type").asText().equals("object")) {
            throw new IllegalArgumentException("argSchema must be the JSON Schema of an object (\"type\": \"object\")");
        }
        return new ToolParameters(ArgumentSchema.of(OPTION, schema), null);
    }

    private static JsonNode read(CamelContext context, String given) {
        try {
            JsonNode schema = Json.parse(load(context, given));
            if (!schema.isObject()) {
                throw new IllegalArgumentException("argSchema is no JSON Schema: it is no JSON object");
            }
            return schema;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "argSchema is no JSON Schema: it is no JSON (a file is named as resource:classpath:...)", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("argSchema=" + given + ": the resource can't be read", e);
        }
    }

    private static byte[] load(CamelContext context, String given) throws IOException {
        String uri = given.startsWith(RESOURCE) ? given.substring(RESOURCE.length()) : given;
        if (!given.startsWith(RESOURCE) && !ResourceHelper.hasScheme(given)) {
            return given.getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = ResourceHelper.resolveMandatoryResourceAsInputStream(context, uri)) {
            return in.readAllBytes();
        }
    }

    ArgumentSchema schema() {
        return schema;
    }

    /** {@return the names of the parameters, in the schema's order} */
    Set<String> names() {
        return names;
    }

    /**
     * Takes out of arguments what was not declared, and makes of the rest what Java expects: 5.0 for an integer is 5,
     * and null for a parameter that need not be there is its absence. What a schema says that was given is left alone.
     */
    void trim(ObjectNode arguments) {
        if (declared == null) {
            return;
        }
        arguments.retain(names);
        declared.types().forEach((name, type) -> {
            JsonNode value = arguments.path(name);
            if (value.isNull() && !declared.isRequired(name)) {
                arguments.remove(name);
            } else if (type == ParameterType.INTEGER && value.isBigDecimal() && value.canConvertToExactIntegral()) {
                arguments.set(name, ParameterType.integer(value.bigIntegerValue()));
            }
        });
    }
}
