package io.github.llmchat.tool.mcp;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;

/** The result of a tool as text: the message of a result can't carry anything else. */
final class ResultText {

    private ResultText() {
    }

    static String of(JsonNode result) {
        List<String> parts = new ArrayList<>();
        boolean hasText = false;
        for (JsonNode part : result.path("content")) {
            hasText |= part.path("type").asText().equals("text");
            parts.add(part(part));
        }
        JsonNode structured = result.path("structuredContent");
        if (!hasText && !structured.isMissingNode() && !structured.isNull()) {
            parts.add(Json.text(structured));
        }
        return parts.isEmpty() ? "[no content]" : String.join("\n", parts);
    }

    private static String part(JsonNode part) {
        String type = part.path("type").asText();
        JsonNode resource = part.path("resource");
        return switch (type) {
            case "text" -> part.path("text").asText();
            case "image", "audio" -> named(type, mediaType(part), bytes(part.path("data")));
            case "resource" -> resource.has("text")
                    ? resource.path("text").asText()
                    : named(type, resource.path("uri").asText(), mediaType(resource), bytes(resource.path("blob")));
            case "resource_link" -> named(type, part.path("uri").asText(), part.path("name").asText());
            default -> named("content that is no text");
        };
    }

    private static String named(String... facts) {
        return "[" + String.join(", ", facts) + "]";
    }

    private static String mediaType(JsonNode part) {
        return part.path("mimeType").asText("unknown type");
    }

    private static String bytes(JsonNode base64) {
        String text = base64.asText();
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        return text.length() / 4 * 3 - padding + " bytes";
    }
}
