package io.github.llmchat.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripTest {

    static Stream<Path> completions() {
        return WireFiles.named("completion.json");
    }

    static Stream<String> chunks() {
        return WireFiles.chunks();
    }

    @ParameterizedTest
    @MethodSource("completions")
    void completionIsWrittenAsItWasReceived(Path file) throws Exception {
        String json = WireFiles.read(file);

        assertThat(tokens(ChatCompletion.fromJson(json).toJson())).isEqualTo(tokens(json));
        assertThat(tokens(ChatCompletion.fromJson(json.getBytes(StandardCharsets.UTF_8)).toJson())).isEqualTo(tokens(json));
        assertThat(tokens(ChatCompletion.fromTree(Json.parse(json)).toJson())).isEqualTo(tokens(json));
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void treeOfAChunkIsWrittenAsItWasReceived(String json) throws Exception {
        ChatChunk chunk = ChatChunk.read(json.getBytes(StandardCharsets.UTF_8), 0);

        assertThat(tokens(Json.text(chunk.copyOfTree()))).isEqualTo(tokens(json));
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void dataOfAChunkIsEveryByteThatWasReceived(String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        ChatChunk chunk = ChatChunk.read(bytes, 0);

        assertThat(chunk.dataBytes()).isEqualTo(bytes);
        assertThat(chunk.data()).isEqualTo(json);
        assertThat(chunk.toJson()).isEqualTo(json);
    }

    @Test
    void requestIsWrittenAsItWasReceivedButForOneSpelling() throws Exception {
        String json = WireFiles.read("openai/request.json");
        List<String> expected = tokens(json.replace("1e3", "1E+3"));

        ChatRequest request = ChatRequest.fromJson(json);

        assertThat(tokens(request.toJson())).isEqualTo(expected);
        assertThat(tokens(new String(request.toBytes(), StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    @Test
    void messageTakenOutOfARequestAndPutBackKeepsAllItsFields() {
        ChatRequest request = ChatRequest.fromJson(WireFiles.read("openai/request.json"));

        assertThat(request.withMessages(request.messages())).isEqualTo(request);
        assertThat(request.withMessages(request.messages()).toJson()).isEqualTo(request.toJson());
    }

    @Test
    void numbersKeepTheirDigits() {
        String json = "{\"messages\":[],\"a\":12345678901234567890123,\"b\":1.50,\"c\":-0.000123456789012345678901,\"d\":null}";

        assertThat(ChatRequest.fromJson(json).toJson()).isEqualTo(json);
    }

    private static List<String> tokens(String json) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(token + " " + parser.getText());
            }
        }
        return tokens;
    }
}
