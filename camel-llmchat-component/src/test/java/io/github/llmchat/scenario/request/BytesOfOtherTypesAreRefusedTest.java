package io.github.llmchat.scenario.request;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesOfOtherTypesAreRefusedTest extends OneCallScenario {

    @TempDir
    Path directory;

    static Stream<Object> bytesOfUnknownType() {
        return Stream.of(
                new byte[] { 1 }, new ByteArrayInputStream(new byte[] { 1 }), new File("unknown"), Path.of("a.unknown"));
    }

    @ParameterizedTest
    @MethodSource("bytesOfUnknownType")
    void anUnknownTypeWithAHintAtTheHeader(Object body) {
        assertRefused(uri("gpt-4o"), body, Map.of(), "media type", "unknown", "CamelLlmChatMediaType", "convertBodyTo(String)");
    }

    @Test
    void bytesThatAreOnlySaidToBeBytes() {
        assertRefused(uri("gpt-4o"), new byte[] { 1 },
                Map.of("Content-Type", "application/octet-stream", "CamelFileName", "in/data.unknown"), "media type", "unknown",
                "CamelLlmChatMediaType");
    }

    @ParameterizedTest
    @ValueSource(strings = { "video/mp4", "model/gltf-binary", "font/woff2", "message/rfc822" })
    void whatTheApiHasNoContentPartFor(String type) {
        assertRefused(uri("gpt-4o"), new byte[] { 1 }, Map.of("Content-Type", type), type, "can't be sent",
                "text, images, audio and documents");
    }

    @ParameterizedTest
    @ValueSource(strings = { "video/mp4", "application/octet-stream" })
    void ourHeaderSaysWhatIsRefused(String type) {
        assertRefused(uri("gpt-4o"), new byte[] { 1 }, Map.of("CamelLlmChatMediaType", "model/stl", "Content-Type", type),
                "model/stl", "can't be sent");
    }

    @Test
    void aFilmByItsFileName() throws IOException {
        Path film = Files.write(directory.resolve("holiday.MOV"), new byte[] { 1 });

        assertRefused(uri("gpt-4o"), film, Map.of(), "video/quicktime", "can't be sent");
        assertRefused(uri("gpt-4o"), film.toFile(), Map.of(), "video/quicktime", "can't be sent");
        assertRefused(uri("gpt-4o"), new byte[] { 1 }, Map.of("CamelFileName", "holiday.mov"), "video/quicktime");
    }

    @ParameterizedTest
    @ValueSource(strings = { "image/png", "audio/wav", "application/pdf" })
    void mediaWithoutBytes(String type) {
        assertRefused(uri("gpt-4o"), new byte[0], Map.of("Content-Type", type), type, "no bytes");
    }
}
