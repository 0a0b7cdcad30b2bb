package io.github.llmchat.schema;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The names of properties that a schema has: only these may be told, the others are the document's own.
 */
final class SchemaWords {

    private SchemaWords() {
    }

    static Set<String> names(JsonNode schema) {
        Set<String> names = new HashSet<>();
        collect(schema, names);
        return Set.copyOf(names);
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.path("properties").fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collect(child, names));
    }
}
