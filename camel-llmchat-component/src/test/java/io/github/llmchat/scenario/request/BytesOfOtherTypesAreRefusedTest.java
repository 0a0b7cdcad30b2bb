package io.github.llmchat.scenario.request;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesOfOtherTypesAreRefusedTest extends OneCallScenario {

    static Stream<Object> bytesOfUnknownType() {
        return Stream.of(
                new byte[] { 1 }, new ByteArrayInputStream(new byte[] { 1 }), new File("unknown"), Path.of("a.unknown"));
    }

    @ParameterizedTest
    @MethodSource("bytesOfUnknownType")
    void anUnknownTypeWithAHintAtTheHeader(Object body) {
        assertRefused(uri("gpt-4o"), body, Map.of(), "media type", "unknown", "CamelLlmChatMediaType", "convertBodyTo(String)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "image/png", "audio/wav", "application/pdf", "application/octet-stream" })
    void whatIsNoText(String type) {
        assertRefused(uri("gpt-4o"), new byte[] { 1 }, Map.of("Content-Type", type), type, "text only");
    }

    @Test
    void anImageByItsFileName() {
        assertRefused(uri("gpt-4o"), new File("photo.png"), Map.of(), "image/png", "text only");
        assertRefused(uri("gpt-4o"), new byte[] { 1 }, Map.of("CamelFileName", "photo.jpg"), "image/jpeg", "text only");
    }
}
