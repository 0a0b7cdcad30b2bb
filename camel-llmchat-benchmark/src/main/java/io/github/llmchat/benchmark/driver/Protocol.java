package io.github.llmchat.benchmark.driver;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** As much of the protocol as those need who have no client library for it. Thread-safe. */
final class Protocol {

    static final String MODEL = "load";
    static final String API_KEY = "sk-none";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Protocol() {
    }

    /** {@return a request's body} */
    static byte[] request(String prompt, boolean streamed) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(
                Map.of("model", MODEL, "stream", streamed, "messages", List.of(Map.of("role", "user", "content", prompt))));
    }

    static JsonNode read(byte[] json, int from, int length) throws IOException {
        return MAPPER.readTree(json, from, length);
    }

    static JsonNode read(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    /**
     * {@return the text of a chunk of a stream, empty if it has none} Without a tree, which is the least that a parser
     * can do; what else is in the chunk is lost.
     */
    static String chunkText(byte[] json, int from, int length) throws IOException {
        String text = "";
        try (JsonParser parser = MAPPER.createParser(json, from, length)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "content".equals(parser.currentName())) {
                    text = parser.getText();
                }
            }
        }
        return text;
    }

    /** {@return the text of a chunk of a stream, empty if it has none} */
    static String chunkText(JsonNode chunk) {
        return chunk.path("choices").path(0).path("delta").path("content").asText("");
    }

    /** {@return the text of an answer that is not streamed} */
    static String text(JsonNode answer) {
        return answer.path("choices").path(0).path("message").path("content").asText("");
    }
}
