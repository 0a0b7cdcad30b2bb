package io.github.llmchat.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Refuses schemas whose references lead outside or nowhere. The validator would notice only when a document needs them.
 */
final class LocalReferences {

    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");
    private static final List<String> ANCHORS = List.of("$anchor", "$dynamicAnchor", "$id", "id");
    /** Here data looks like schemas. */
    private static final Set<String> DATA = Set.of("enum", "const", "default", "examples", "example");
    /** Here the names are the author's own. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "$defs", "definitions",
            "dependentSchemas", "dependencies");

    private final Set<String> anchors = new HashSet<>();

    private LocalReferences() {
    }

    /**
     * Checks all references of a schema.
     *
     * @throws SchemaCompiler.InvalidSchemaException if one leads outside or nowhere
     */
    static void check(JsonNode schema) {
        LocalReferences references = new LocalReferences();
        references.collectAnchors(schema);
        references.check(schema, schema);
    }

    private void collectAnchors(JsonNode node) {
        for (String keyword : ANCHORS) {
            JsonNode anchor = node.path(keyword);
            if (anchor.isTextual()) {
                String name = anchor.textValue();
                anchors.add(name.startsWith("#") ? name : "#" + name);
            }
        }
        node.forEach(this::collectAnchors);
    }

    private void check(JsonNode schema, JsonNode outer) {
        JsonNode root = isResource(schema) ? schema : outer;
        for (String keyword : REFERENCES) {
            JsonNode reference = schema.path(keyword);
            if (reference.isTextual()) {
                check(reference.textValue(), root);
            }
        }
        schema.properties().forEach(member -> {
            if (NAMED.contains(member.getKey())) {
                member.getValue().forEach(child -> check(child, root));
            } else if (!DATA.contains(member.getKey())) {
                checkAll(member.getValue(), root);
            }
        });
    }

    private void checkAll(JsonNode value, JsonNode root) {
        if (value.isArray()) {
            value.forEach(child -> check(child, root));
        } else {
            check(value, root);
        }
    }

    private void check(String reference, JsonNode root) {
        if (!reference.startsWith("#")) {
            String advice = "nothing is fetched, put it into $defs and use #/$defs/...";
            throw new SchemaCompiler.InvalidSchemaException(
                    "the reference " + RuleWords.shortened(reference) + " leads outside; " + advice, null);
        }
        boolean pointer = reference.equals("#") || reference.startsWith("#/");
        if (pointer ? target(reference, root).isMissingNode() : !anchors.contains(reference)) {
            throw new SchemaCompiler.InvalidSchemaException(
                    "the reference " + RuleWords.shortened(reference) + " leads nowhere", null);
        }
    }

    private static JsonNode target(String reference, JsonNode root) {
        try {
            return root.at(JsonPointer.compile(new URI(reference).getFragment()));
        } catch (URISyntaxException e) {
            return root.at(JsonPointer.compile(reference.substring(1)));
        }
    }

    /** References inside a schema with an address of its own start there. */
    private static boolean isResource(JsonNode schema) {
        JsonNode id = schema.path("$id");
        return id.isTextual() && !id.textValue().startsWith("#");
    }
}
