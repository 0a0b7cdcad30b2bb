package io.github.llmchat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ModelInfo;
import org.apache.camel.Converter;

/**
 * Camel's type converters for chunks, messages and completions: their text for whatever asks for text or bytes, because
 * each endpoint asks for another type; their JSON as {@link JsonNode} and {@link Map}. Text is UTF-8.
 */
@Converter(generateLoader = true)
public final class LlmChatConverter {

    private LlmChatConverter() {
    }

    /** {@return the chunk's text} */
    @Converter
    public static String toString(ChatChunk chunk) {
        return chunk.content();
    }

    /** {@return the message's text} */
    @Converter
    public static String toString(ChatMessage message) {
        return SpokenAnswer.text(message);
    }

    /** {@return the text of the completion's first choice} */
    @Converter
    public static String toString(ChatCompletion completion) {
        return SpokenAnswer.text(completion.message());
    }

    /** {@return the model's id} */
    @Converter
    public static String toString(ModelInfo model) {
        return model.id() == null ? "" : model.id();
    }

    /** {@return the chunk's text as UTF-8} */
    @Converter
    public static byte[] toBytes(ChatChunk chunk) {
        return utf8(chunk.content());
    }

    /** {@return the message's text as UTF-8} */
    @Converter
    public static byte[] toBytes(ChatMessage message) {
        return utf8(SpokenAnswer.text(message));
    }

    /** {@return the text of the completion's first choice as UTF-8} */
    @Converter
    public static byte[] toBytes(ChatCompletion completion) {
        return utf8(SpokenAnswer.text(completion.message()));
    }

    /** {@return the chunk's text as UTF-8} */
    @Converter
    public static InputStream toInputStream(ChatChunk chunk) {
        return new ByteArrayInputStream(toBytes(chunk));
    }

    /** {@return the message's text as UTF-8} */
    @Converter
    public static InputStream toInputStream(ChatMessage message) {
        return new ByteArrayInputStream(toBytes(message));
    }

    /** {@return the text of the completion's first choice as UTF-8} */
    @Converter
    public static InputStream toInputStream(ChatCompletion completion) {
        return new ByteArrayInputStream(toBytes(completion));
    }

    /** {@return the chunk's text} */
    @Converter
    public static Reader toReader(ChatChunk chunk) {
        return new StringReader(chunk.content());
    }

    /** {@return the message's text} */
    @Converter
    public static Reader toReader(ChatMessage message) {
        return new StringReader(SpokenAnswer.text(message));
    }

    /** {@return the text of the completion's first choice} */
    @Converter
    public static Reader toReader(ChatCompletion completion) {
        return new StringReader(SpokenAnswer.text(completion.message()));
    }

    /** {@return the chunk's text as UTF-8} */
    @Converter
    public static ByteBuffer toByteBuffer(ChatChunk chunk) {
        return ByteBuffer.wrap(toBytes(chunk));
    }

    /** {@return the message's text as UTF-8} */
    @Converter
    public static ByteBuffer toByteBuffer(ChatMessage message) {
        return ByteBuffer.wrap(toBytes(message));
    }

    /** {@return the text of the completion's first choice as UTF-8} */
    @Converter
    public static ByteBuffer toByteBuffer(ChatCompletion completion) {
        return ByteBuffer.wrap(toBytes(completion));
    }

    /** {@return the chunk's JSON as received; the accumulated completion's for the closing chunk} */
    @Converter
    public static JsonNode toJsonNode(ChatChunk chunk) {
        return chunk.copyOfTree();
    }

    /** {@return the message's JSON} */
    @Converter
    public static JsonNode toJsonNode(ChatMessage message) {
        return message.copyOfTree();
    }

    /** {@return the completion's JSON as received or accumulated} */
    @Converter
    public static JsonNode toJsonNode(ChatCompletion completion) {
        return completion.copyOfTree();
    }

    /** {@return the request's JSON} */
    @Converter
    public static JsonNode toJsonNode(ChatRequest request) {
        return request.copyOfTree();
    }

    /** {@return what the gateway said about the model} */
    @Converter
    public static JsonNode toJsonNode(ModelInfo model) {
        return model.copyOfTree();
    }

    /** {@return the chunk's JSON} */
    @Converter
    public static Map<?, ?> toMap(ChatChunk chunk) {
        return map(chunk.copyOfTree());
    }

    /** {@return the message's JSON} */
    @Converter
    public static Map<?, ?> toMap(ChatMessage message) {
        return map(message.copyOfTree());
    }

    /** {@return the completion's JSON} */
    @Converter
    public static Map<?, ?> toMap(ChatCompletion completion) {
        return map(completion.copyOfTree());
    }

    /** {@return the request's JSON} */
    @Converter
    public static Map<?, ?> toMap(ChatRequest request) {
        return map(request.copyOfTree());
    }

    /** {@return what the gateway said about the model} */
    @Converter
    public static Map<?, ?> toMap(ModelInfo model) {
        return map(model.copyOfTree());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<?, ?> map(JsonNode tree) {
        return Json.mapper().convertValue(tree, Map.class);
    }
}
