package io.github.llmchat.scenario.result;

import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.ChatRequest;
import org.apache.camel.TypeConverter;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.util.IOHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class EveryTypeGetsTheTextTest extends CamelTestSupport {

    private static final String TEXT = "Grüße 😀 模型";
    private static final String MESSAGE = "{\"role\":\"assistant\",\"content\":\"" + TEXT + "\",\"n\":12345678901234567890}";
    private static final String COMPLETION = "{\"x\":null,\"choices\":[{\"index\":0,\"message\":" + MESSAGE + "}]}";
    private static final String CHUNK = COMPLETION.replace("\"message\"", "\"delta\"");

    static Stream<Object> objects() throws Exception {
        return Stream.of(ChatMessage.fromJson(MESSAGE), ChatCompletion.fromJson(COMPLETION), chunk());
    }

    private static ChatChunk chunk() throws Exception {
        return ChatChunk.read(CHUNK.getBytes(StandardCharsets.UTF_8), 0);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void thatCanHoldText(Object object) throws Exception {
        TypeConverter converter = context.getTypeConverter();

        assertThat(converter.mandatoryConvertTo(String.class, object)).isEqualTo(TEXT);
        assertThat(converter.mandatoryConvertTo(byte[].class, object)).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = converter.mandatoryConvertTo(InputStream.class, object)) {
            assertThat(in).hasContent(TEXT);
        }
        try (Reader reader = converter.mandatoryConvertTo(Reader.class, object)) {
            assertThat(IOHelper.toString(reader)).isEqualTo(TEXT);
        }
        ByteBuffer buffer = converter.mandatoryConvertTo(ByteBuffer.class, object);
        assertThat(StandardCharsets.UTF_8.decode(buffer).toString()).isEqualTo(TEXT);
    }

    @Test
    void theClosingChunkHasNone() throws Exception {
        ChatChunk closing = ChatChunk.closing(ChatCompletion.fromJson(COMPLETION), 1);

        assertThat(context.getTypeConverter().mandatoryConvertTo(String.class, closing)).isEmpty();
        assertThat(context.getTypeConverter().mandatoryConvertTo(byte[].class, closing)).isEmpty();
    }

    @Test
    void theJsonIsATreeOrMap() throws Exception {
        assertJson(ChatMessage.fromJson(MESSAGE), MESSAGE);
        assertJson(ChatCompletion.fromJson(COMPLETION), COMPLETION);
        assertJson(chunk(), CHUNK);
        String request = "{\"messages\":[" + MESSAGE + "],\"seed\":null}";
        assertJson(ChatRequest.fromJson(request), request);
    }

    @Test
    void aRequestIsMadeOfTextBytesMapsAndTrees() throws Exception {
        String json = "{\"messages\":[" + MESSAGE + "],\"seed\":null}";
        TypeConverter converter = context.getTypeConverter();
        ChatRequest request = ChatRequest.fromJson(json);

        assertThat(converter.mandatoryConvertTo(ChatRequest.class, json)).isEqualTo(request);
        assertThat(converter.mandatoryConvertTo(ChatRequest.class, json.getBytes(StandardCharsets.UTF_8))).isEqualTo(request);
        assertThat(converter.mandatoryConvertTo(ChatRequest.class, converter.convertTo(JsonNode.class, request)))
                .isEqualTo(request);
        assertThat(converter.mandatoryConvertTo(ChatRequest.class, converter.convertTo(Map.class, request)))
                .isEqualTo(request);
    }

    private void assertJson(Object object, String json) throws Exception {
        assertThat(context.getTypeConverter().mandatoryConvertTo(JsonNode.class, object)).hasToString(json);
        Map<?, ?> map = context.getTypeConverter().mandatoryConvertTo(Map.class, object);
        assertThat(new ObjectMapper().writeValueAsString(map)).isEqualTo(json);
    }
}
