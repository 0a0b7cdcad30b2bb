package io.github.llmchat.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/**
 * The custom resource definitions of Camel K and KEDA, as strict as {@code kubectl apply}: a field that they do not
 * know is an error.
 */
final class ResourceDefinitions {

    private static final String OPEN = "x-kubernetes-preserve-unknown-fields";

    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private ResourceDefinitions() {
    }

    static ResourceDefinitions in(Path folder) {
        ResourceDefinitions definitions = new ResourceDefinitions();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted()
                    .flatMap(file -> Manifest.documents(file).stream()).forEach(definitions::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return definitions;
    }

    static ResourceDefinitions of(JsonNode definition) {
        ResourceDefinitions definitions = new ResourceDefinitions();
        definitions.add(definition);
        return definitions;
    }

    boolean knows(Manifest manifest) {
        return schemas.containsKey(key(manifest.apiVersion(), manifest.kind()));
    }

    /** {@return what is wrong with a resource of a kind that is known, each with its place} */
    List<String> problems(Manifest manifest) {
        return schemas.get(key(manifest.apiVersion(), manifest.kind())).validate(manifest.json()).stream()
                .map(ValidationMessage::getMessage).sorted().toList();
    }

    private void add(JsonNode definition) {
        String group = definition.at("/spec/group").asText();
        String kind = definition.at("/spec/names/kind").asText();
        for (JsonNode version : definition.at("/spec/versions")) {
            ObjectNode schema = version.at("/schema/openAPIV3Schema").deepCopy();
            // Kubernetes itself checks these
            ((ObjectNode) schema.path("properties")).set("metadata", schema.objectNode());
            close(schema);
            schemas.put(key(group + "/" + version.path("name").asText(), kind),
                    JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(schema));
        }
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }

    /** Says in JSON Schema's words what Kubernetes says in its own. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            if (schema.path("properties").isObject() && !schema.has("additionalProperties") && !schema.has(OPEN)) {
                schema.put("additionalProperties", false);
            }
            if (schema.path("nullable").asBoolean() && schema.path("type").isTextual()) {
                ArrayNode types = schema.arrayNode().add(schema.path("type").asText()).add("null");
                schema.set("type", types);
            }
        }
        node.forEach(ResourceDefinitions::close);
    }
}
