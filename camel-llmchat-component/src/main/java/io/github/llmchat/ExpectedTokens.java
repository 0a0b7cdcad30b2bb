package io.github.llmchat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A guess at what a call takes, before its usage is known: a token for every four characters of text, a flat amount for
 * images and other media, and for the answer what it is limited to, else a moderate length.
 */
final class ExpectedTokens {

    private static final int CHARACTERS_FOR_EACH = 4;
    private static final long MEDIA = 1_000;
    private static final long ANSWER = 500;
    private static final Set<String> MEDIA_FIELDS = Set.of("url", "data", "file_data");

    private ExpectedTokens() {
    }

    /** 1 or more. */
    static long of(JsonNode request) {
        long answer = request.path("max_completion_tokens").asLong(request.path("max_tokens").asLong(ANSWER));
        long choices = Math.max(1, request.path("n").asLong(1));
        return 1 + prompt(request.path("messages")) + prompt(request.path("tools")) + answer * choices;
    }

    private static long prompt(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().length() / CHARACTERS_FOR_EACH;
        }
        long sum = 0;
        for (JsonNode element : node.isArray() ? node : List.<JsonNode> of()) {
            sum += prompt(element);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            sum += MEDIA_FIELDS.contains(field.getKey()) ? MEDIA : prompt(field.getValue());
        }
        return sum;
    }
}
