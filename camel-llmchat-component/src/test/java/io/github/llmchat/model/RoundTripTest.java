package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripTest {

    static Stream<Path> completions() {
        return Stream.of("completion.json", "failure.json").flatMap(WireFiles::named);
    }

    static Stream<Path> requests() {
        return WireFiles.named("request.json");
    }

    static Stream<String> chunks() {
        return WireFiles.chunks();
    }

    @ParameterizedTest
    @MethodSource("completions")
    void completionIsWrittenAsItWasReceived(Path file) throws Exception {
        String json = WireFiles.read(file);

        assertThat(JsonTokens.of(ChatCompletion.fromJson(json).toJson())).isEqualTo(JsonTokens.of(json));
        assertThat(JsonTokens.of(ChatCompletion.fromJson(json.getBytes(StandardCharsets.UTF_8)).toJson()))
                .isEqualTo(JsonTokens.of(json));
        assertThat(JsonTokens.of(ChatCompletion.fromTree(Json.parse(json)).toJson())).isEqualTo(JsonTokens.of(json));
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void treeOfAChunkIsWrittenAsItWasReceived(String json) throws Exception {
        ChatChunk chunk = ChatChunk.read(json.getBytes(StandardCharsets.UTF_8), 0);

        assertThat(JsonTokens.of(Json.text(chunk.copyOfTree()))).isEqualTo(JsonTokens.of(json));
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

    @ParameterizedTest
    @MethodSource("requests")
    void requestIsWrittenAsItWasReceivedButForOneSpelling(Path file) throws Exception {
        String json = WireFiles.read(file);
        List<String> expected = JsonTokens.of(json.replace("1e3", "1E+3"));

        assertThat(JsonTokens.of(ChatRequest.fromJson(json).toJson())).isEqualTo(expected);
        assertThat(JsonTokens.of(new String(ChatRequest.fromJson(json).toBytes(), StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(JsonTokens.of(ChatRequest.fromTree(Json.parse(json)).toJson())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void messagesTakenOutOfARequestAndPutBackKeepAllTheirFields(Path file) {
        ChatRequest request = ChatRequest.fromJson(WireFiles.read(file));

        assertThat(request.withMessages(request.messages())).isEqualTo(request);
        assertThat(request.withMessages(request.messages()).toJson()).isEqualTo(request.toJson());
    }

    @Test
    void thereAreDocumentsInTheMannerOfMoreThanTenServers() {
        assertThat(completions()).hasSizeGreaterThan(10);
        assertThat(requests()).hasSizeGreaterThan(10);
        assertThat(WireFiles.named("chunks.jsonl")).hasSizeGreaterThan(10);
    }

    @Test
    void numbersKeepTheirDigits() {
        String json = "{\"messages\":[],\"a\":12345678901234567890123,\"b\":1.50,\"c\":-0.000123456789012345678901,\"d\":null}";

        assertThat(ChatRequest.fromJson(json).toJson()).isEqualTo(json);
    }
}
