package io.github.llmchat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import org.apache.camel.Converter;

/**
 * Camel's type converters that make whole requests, for {@code convertBodyTo} before a call: from JSON in whatever form
 * an endpoint brings it. Any thread may call them.
 */
@Converter(generateLoader = true)
public final class LlmChatRequestConverter {

    private LlmChatRequestConverter() {
    }

    /**
     * A whole request from JSON text.
     *
     * @throws IllegalArgumentException if it is no JSON, or has no messages
     */
    @Converter
    public static ChatRequest toChatRequest(String json) {
        return ChatRequest.fromJson(json);
    }

    /**
     * A whole request from JSON text in UTF-8.
     *
     * @throws IllegalArgumentException if it is no JSON, or has no messages
     */
    @Converter
    public static ChatRequest toChatRequest(byte[] json) {
        return ChatRequest.fromJson(new String(json, StandardCharsets.UTF_8));
    }

    /**
     * A whole request from JSON text in UTF-8, as HTTP servers and stream caching bring it. The stream is read to its
     * end.
     *
     * @throws IllegalArgumentException if it is no JSON, or has no messages
     * @throws IOException              if it can't be read
     */
    @Converter
    public static ChatRequest toChatRequest(InputStream json) throws IOException {
        return toChatRequest(json.readAllBytes());
    }

    /**
     * A whole request from a file of JSON text in UTF-8, which may be what the file component has found.
     *
     * @throws IllegalArgumentException if it is no JSON, or has no messages
     * @throws IOException              if it can't be read
     */
    @Converter
    public static ChatRequest toChatRequest(File json) throws IOException {
        return toChatRequest(Files.readAllBytes(json.toPath()));
    }

    /**
     * A whole request from a Map with messages.
     *
     * @throws IllegalArgumentException if it has none
     */
    @Converter
    public static ChatRequest toChatRequest(Map<?, ?> map) {
        return ChatRequest.fromTree(Json.mapper().valueToTree(map));
    }

    /**
     * A whole request from a JSON object with messages.
     *
     * @throws IllegalArgumentException if it has none
     */
    @Converter
    public static ChatRequest toChatRequest(JsonNode tree) {
        return ChatRequest.fromTree(tree);
    }
}
