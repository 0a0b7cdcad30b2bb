package io.github.llmchat.scenario.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class BytesAreTextByMediaTypeTest extends OneCallScenario {

    private static final byte[] BYTES = "Grüße 模型".getBytes(UTF_8);

    @TempDir
    Path directory;

    static Stream<Object> bodies() {
        return Stream.of(BYTES, new ByteArrayInputStream(BYTES), ByteBuffer.wrap(BYTES), new InputStreamCache(BYTES));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void anyKindOfBytes(Object body) {
        call(uri("gpt-4o"), body, Map.of("Content-Type", "text/plain"));

        assertPrompt("Grüße 模型");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "text/markdown", "application/json", "application/problem+json", "image/svg+xml", "TEXT/HTML; charset=utf-8",
            "application/xml" })
    void anyMediaTypeOfText(String type) {
        call(uri("gpt-4o"), BYTES, Map.of("CamelLlmChatMediaType", type));

        assertPrompt("Grüße 模型");
    }

    @Test
    void theCharsetOfTheMediaTypeCounts() {
        call(uri("gpt-4o"), "Grüße".getBytes(ISO_8859_1), Map.of("Content-Type", "text/plain; charset=\"ISO-8859-1\""));

        assertPrompt("Grüße");
    }

    @Test
    void ourHeaderGoesBeforeContentType() {
        call(uri("gpt-4o"), BYTES, Map.of("CamelLlmChatMediaType", "text/plain", "Content-Type", "image/png"));

        assertPrompt("Grüße 模型");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a.txt", "a.md", "a.JSON", "a.csv", "a.yaml", "a.html", "a.xml", "a.log" })
    void theNameOfAFileGivesItsType(String name) throws IOException {
        Path file = Files.write(directory.resolve(name), BYTES);

        call(uri("gpt-4o"), file, Map.of());
        call(uri("gpt-4o"), file.toFile(), Map.of());

        assertThat(gateway.requests()).hasSize(2).allSatisfy(
                request -> assertThat(request.json().at("/messages/0/content").asText()).isEqualTo("Grüße 模型"));
    }

    @Test
    void whatTheFileConsumerReadsIsText() throws Exception {
        Files.write(directory.resolve("in.txt"), BYTES);
        RouteBuilder.addRoutes(context,
                routes -> routes.from("file:" + directory + "?initialDelay=0&delay=10").to(uri("gpt-4o")).to("mock:done"));

        getMockEndpoint("mock:done").expectedBodiesReceived("Hello");
        getMockEndpoint("mock:done").assertIsSatisfied();

        assertPrompt("Grüße 模型");
    }

    @Test
    void whatStreamCachingKeptOnDiskIsText() throws Exception {
        String text = "x".repeat(300_000);
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolThreshold(1024);
        context.getStreamCachingStrategy().setSpoolDirectory(directory.toFile());
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:spooled").to(uri("gpt-4o")));

        template.requestBodyAndHeader("direct:spooled", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "Content-Type", "text/plain");

        assertPrompt(text);
    }

    private void assertPrompt(String text) {
        assertThat(onlyRequest().json().at("/messages/0/content").asText()).isEqualTo(text);
    }
}
