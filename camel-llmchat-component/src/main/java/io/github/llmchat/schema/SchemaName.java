package io.github.llmchat.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The name of a schema on the wire, where only few characters are allowed.
 */
final class SchemaName {

    static final String DEFAULT = "answer";

    private static final int MAX_LENGTH = 64;

    private SchemaName() {
    }

    /**
     * The first of the candidates that says something, made to fit the wire.
     */
    static String of(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            if (candidate != null && candidate.isTextual() && says(candidate.textValue())) {
                return of(candidate.textValue());
            }
        }
        return DEFAULT;
    }

    static String of(String wanted) {
        if (!says(wanted)) {
            return DEFAULT;
        }
        String name = wanted.strip().replaceAll("[^A-Za-z0-9_-]+", "_");
        return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
    }

    private static boolean says(String name) {
        return name.chars().anyMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }
}
