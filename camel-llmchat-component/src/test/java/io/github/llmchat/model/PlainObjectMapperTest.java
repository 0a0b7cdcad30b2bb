package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainObjectMapperTest {

    private static final String COMPLETION = "{\"id\":\"c\",\"x\":1.50,\"y\":null,\"z\":12345678901234567890,\"choices\":["
                                             + "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi\","
                                             + "\"tool_calls\":[{\"id\":\"t\",\"function\":{\"name\":\"f\"}}]}}],"
                                             + "\"usage\":{\"prompt_tokens\":1}}";
    private static final String CHUNK = "{\"x\":1.50,\"y\":null,\"choices\":[{\"delta\":{\"content\":\"Hi\","
                                        + "\"tool_calls\":[{\"index\":0}]}}]}";

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void writesEveryDocumentAsReceived() throws Exception {
        ChatCompletion completion = ChatCompletion.fromJson(COMPLETION);
        ChatChunk chunk = ChatChunk.read(CHUNK.getBytes(StandardCharsets.UTF_8), 7);
        String request = "{\"n\":1,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"t\":0.10}";

        assertThat(mapper.writeValueAsString(completion)).isEqualTo(COMPLETION);
        assertThat(mapper.writeValueAsString(chunk)).isEqualTo(CHUNK);
        assertThat(mapper.writeValueAsString(ChatRequest.fromJson(request))).isEqualTo(request);
    }

    @Test
    void writesEveryPartAsReceived() throws Exception {
        ChatCompletion completion = ChatCompletion.fromJson(COMPLETION);
        ChatChunk chunk = ChatChunk.read(CHUNK.getBytes(StandardCharsets.UTF_8), 7);

        assertThat(mapper.writeValueAsString(completion.message())).startsWith("{\"role\":\"assistant\",\"content\":\"Hi\"");
        assertThat(mapper.writeValueAsString(completion.choices())).startsWith("[{\"index\":0,\"message\":");
        assertThat(mapper.writeValueAsString(completion.toolCalls()))
                .isEqualTo("[{\"id\":\"t\",\"function\":{\"name\":\"f\"}}]");
        assertThat(mapper.writeValueAsString(completion.usage())).isEqualTo("{\"prompt_tokens\":1}");
        assertThat(mapper.writeValueAsString(chunk.choices())).startsWith("[{\"delta\":{\"content\":\"Hi\"");
        assertThat(mapper.writeValueAsString(chunk.toolCallDeltas())).isEqualTo("[{\"index\":0}]");
    }

    @Test
    void writesTheClosingChunkAsItsCompletion() throws Exception {
        ChatChunk chunk = ChatChunk.closing(ChatCompletion.fromJson(COMPLETION), 9);

        assertThat(mapper.writeValueAsString(chunk)).isEqualTo(COMPLETION);
    }

    @Test
    void writesDocumentsInsideOtherObjects() throws Exception {
        Map<String, List<ChatMessage>> history = Map.of("history", List.of(ChatMessage.user("Hi")));

        assertThat(mapper.writeValueAsString(history)).isEqualTo("{\"history\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
    }

    @Test
    void makesTreesAndMapsOfDocuments() {
        ChatCompletion completion = ChatCompletion.fromJson(COMPLETION);

        assertThat(mapper.<JsonNode> valueToTree(completion).path("usage").toString())
                .isEqualTo("{\"prompt_tokens\":1}");
        assertThat(mapper.convertValue(completion, Map.class)).containsEntry("id", "c").containsEntry("y", null);
    }

    @Test
    void readsDocuments() throws Exception {
        String request = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

        assertThat(mapper.readValue(request, ChatRequest.class)).isEqualTo(ChatRequest.of(ChatMessage.user("Hi")));
        assertThat(mapper.readValue("{\"role\":\"user\",\"content\":\"Hi\"}", ChatMessage.class))
                .isEqualTo(ChatMessage.user("Hi"));
        assertThat(mapper.readValue("{\"id\":\"c\"}", ChatCompletion.class).id()).isEqualTo("c");
    }
}
