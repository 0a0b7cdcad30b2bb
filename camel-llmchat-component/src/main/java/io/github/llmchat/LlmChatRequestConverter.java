package io.github.llmchat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import org.apache.camel.Converter;

/**
 * Camel's type converters for whole requests. They are made, for {@code convertBodyTo} before a call, from JSON in
 * whatever form an endpoint brings it. As text they are what the user said last, in whatever form an endpoint asks for
 * it. Any thread may call them.
 */
@Converter(generateLoader = true)
public final class LlmChatRequestConverter {

    private LlmChatRequestConverter() {
    }

    /** {@return the text of the last message of the user, "" if there is none} */
    @Converter
    public static String toString(ChatRequest request) {
        List<ChatMessage> messages = request.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            if ("user".equals(messages.get(i).role())) {
                return messages.get(i).content();
            }
        }
        return "";
    }

    /** {@return the text of the last message of the user as UTF-8} */
    @Converter
    public static byte[] toBytes(ChatRequest request) {
        return toString(request).getBytes(StandardCharsets.UTF_8);
    }

    /** {@return the text of the last message of the user as UTF-8} */
    @Converter
    public static InputStream toInputStream(ChatRequest request) {
        return new ByteArrayInputStream(toBytes(request));
    }

    /** {@return the text of the last message of the user} */
    @Converter
    public static Reader toReader(ChatRequest request) {
        return new StringReader(toString(request));
    }

    /** {@return the text of the last message of the user as UTF-8} */
    @Converter
    public static ByteBuffer toByteBuffer(ChatRequest request) {
        return ByteBuffer.wrap(toBytes(request));
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
