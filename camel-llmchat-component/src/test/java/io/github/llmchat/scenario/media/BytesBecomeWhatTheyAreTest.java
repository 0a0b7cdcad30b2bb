package io.github.llmchat.scenario.media;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

class BytesBecomeWhatTheyAreTest extends MediaScenario {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** The media type and the content part. */
    static Stream<Arguments> parts() {
        return Stream.of(
                arguments("image/png", PNG),
                arguments("image/jpeg", image("data:image/jpeg;base64," + BASE64)),
                arguments("IMAGE/WebP; q=1", image("data:image/webp;base64," + BASE64)),
                arguments("audio/wav", audio("wav")),
                arguments("audio/x-wav", audio("wav")),
                arguments("audio/vnd.wave", audio("wav")),
                arguments("audio/mpeg", audio("mp3")),
                arguments("audio/mp3", audio("mp3")),
                arguments("audio/mp4", audio("m4a")),
                arguments("audio/flac", audio("flac")),
                arguments("application/pdf", file(null, "application/pdf")),
                arguments("application/zip", file(null, "application/zip")),
                arguments(WORD, file(null, WORD)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void byTheirMediaType(String type, String part) {
        call(uri("gpt-4o"), BYTES, Map.of("CamelLlmChatMediaType", type));

        assertMessages(user(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "text/plain", "text/markdown", "text/csv; charset=utf-8", "text/html", "application/json", "application/xml",
            "image/svg+xml", "application/ld+json", "application/x-ndjson" })
    void textIsAPrompt(String type) {
        call(uri("gpt-4o"), utf8("Grüße"), Map.of("Content-Type", type));

        assertMessages("{\"role\":\"user\",\"content\":\"Grüße\"}");
    }

    @Test
    void textInItsOwnEncoding() {
        byte[] latin = "Grüße".getBytes(StandardCharsets.ISO_8859_1);

        call(uri("gpt-4o"), latin, Map.of("CamelLlmChatMediaType", "text/plain;charset=\"ISO-8859-1\"; format=flowed"));

        assertMessages("{\"role\":\"user\",\"content\":\"Grüße\"}");
    }

    @ParameterizedTest
    @CsvSource({
            "scan.pdf, application/pdf", "a/b/scan.PDF, application/pdf", "C:\\in\\scan.pdf, application/pdf",
            "notes.docx, " + WORD })
    void aDocumentHasItsFileName(String path, String type) {
        call(uri("gpt-4o"), BYTES, Map.of("CamelFileName", path));

        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        assertMessages(user(file(name, type)));
    }

    @ParameterizedTest
    @CsvSource({ "p.jpg, image/jpeg", "p.jpeg, image/jpeg", "p.x.gif, image/gif", "p.webp, image/webp" })
    void anImageByItsFileName(String name, String type) {
        call(uri("gpt-4o"), BYTES, Map.of("CamelFileName", name));

        assertMessages(user(image("data:" + type + ";base64," + BASE64)));
    }

    @Test
    void theOwnHeaderCountsBeforeContentTypeAndFileName() {
        call(uri("gpt-4o"), BYTES, Map.of(
                "CamelLlmChatMediaType", "image/png", "Content-Type", "image/gif", "CamelFileName", "a.pdf"));

        assertMessages(user(PNG));
    }

    @Test
    void contentTypeCountsBeforeTheFileName() {
        call(uri("gpt-4o"), BYTES, Map.of("Content-Type", "image/png", "CamelFileName", "a.pdf"));

        assertMessages(user(PNG));
    }

    @Test
    void aContentTypeThatOnlySaysBytesDoesNotCount() {
        call(uri("gpt-4o"), BYTES, Map.of("Content-Type", "application/octet-stream", "CamelFileName", "a.png"));

        assertMessages(user(PNG));
    }
}
