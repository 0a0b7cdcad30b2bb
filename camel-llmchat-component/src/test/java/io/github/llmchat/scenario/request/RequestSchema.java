package io.github.llmchat.scenario.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema of what may be posted to a gateway, {@code schema/chat-request.schema.json}. */
public final class RequestSchema {

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
            resource("chat-request.schema.json"), SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());

    private RequestSchema() {
    }

    /** {@return the places of a request and the rules that they break; none if it is valid} */
    public static List<String> violations(JsonNode request) {
        return SCHEMA.validate(request).stream().map(found -> found.getInstanceLocation() + " " + found.getMessage()).toList();
    }

    /** Fails unless the request is valid. {@return the request} */
    public static JsonNode assertValid(JsonNode request) {
        assertThat(violations(request)).as("what is wrong with " + request).isEmpty();
        return request;
    }

    /** {@return JSON as {@link io.github.llmchat.testing.RecordedRequest#json} has it} */
    static JsonNode parse(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    /** {@return a document that lies beside the schema} */
    static JsonNode resource(String name) {
        try (InputStream in = RequestSchema.class.getResourceAsStream("/schema/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
