package io.github.llmchat.scenario.request;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.llmchat.model.ChatRequest;
import io.github.llmchat.model.Json;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Gateways know fields that no one else does, at each level of a request. */
class ExtraKeysSurviveTest extends OneCallScenario {

    private static final String USER = """
            {"role":"user","weight":0,"content":[\
            {"type":"text","text":"What happens?","cache_control":{"type":"ephemeral","ttl":null}},\
            {"type":"video_url","video_url":{"url":"https://example.org/a.mp4","x_start":1.50},"fps":2,"max_frames":null},\
            {"type":"x_part","x_part":{"z":1,"a":[]}}]}""";
    private static final String ASSISTANT = """
            {"role":"assistant","content":"A cat","prefix":true,"reasoning_content":"hm","x_signature":{"b":null,"a":"1"}}""";
    private static final String MESSAGES = "[" + USER + "," + ASSISTANT + "]";
    private static final String REQUEST = "{\"model\":\"m\",\"messages\":" + MESSAGES + ",\"top_k\":40,"
                                          + "\"x_gateway\":{\"route\":[\"a\",null],\"weight\":0.10,\"big\":12345678901234567890}}";

    static Stream<Arguments> requests() throws Exception {
        return Stream.of(
                arguments("Map", Json.mapper().readValue(REQUEST, Map.class)),
                arguments("JsonNode", Json.parse(REQUEST)),
                arguments("ChatRequest", ChatRequest.fromJson(REQUEST)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void ofAWholeRequest(String name, Object body) {
        RequestSchema.assertValid(sent(uri("*"), body));

        assertThat(onlyRequest().body()).isEqualTo(REQUEST);
    }

    static Stream<Arguments> texts() {
        return Stream.of(arguments("String", REQUEST), arguments("byte[]", REQUEST.getBytes(UTF_8)),
                arguments("InputStream", new ByteArrayInputStream(REQUEST.getBytes(UTF_8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void ofJsonTextByConvertBodyTo(String name, Object body) throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:text").convertBodyTo(ChatRequest.class).to(uri("*")));

        template.requestBody("direct:text", body);

        assertThat(onlyRequest().body()).isEqualTo(REQUEST);
    }

    @Test
    void ofAFile(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("request.json"), REQUEST);
        RouteBuilder.addRoutes(context, routes -> routes.from("file:" + directory + "?initialDelay=0&delay=10")
                .convertBodyTo(ChatRequest.class).to(uri("*")).to("mock:done"));

        getMockEndpoint("mock:done").expectedBodiesReceived("Hello");
        getMockEndpoint("mock:done").assertIsSatisfied();

        assertThat(onlyRequest().body()).isEqualTo(REQUEST);
    }

    @Test
    void ofJsonTextByUnmarshal() throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:json").unmarshal().json().to(uri("*")));

        template.requestBody("direct:json", REQUEST);

        // camel-jackson's own mapper reads numbers as doubles
        assertThat(onlyRequest().json().path("messages")).hasToString(new ObjectMapper().readTree(MESSAGES).toString());
    }

    static Stream<Arguments> conversations() throws Exception {
        return Stream.of(
                arguments("list of Maps", Json.mapper().readValue(MESSAGES, List.class)),
                arguments("array node", Json.parse(MESSAGES)),
                arguments("list of messages", ChatRequest.fromJson(REQUEST).messages()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversations")
    void ofAConversation(String name, Object body) {
        call(uri("m"), body);

        assertThat(onlyRequest().body()).isEqualTo("{\"model\":\"m\",\"messages\":" + MESSAGES + "}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void ofARequestThatOptionsAddTo(String name, Object body) {
        String uri = uri("*", "systemMessage=Be brief", "userMessage=Go on", "temperature=0.5",
                "additionalBody=RAW({\"min_p\":0.1})");

        JsonNode request = sent(uri, body);

        assertThat(onlyRequest().body()).contains("," + USER + "," + ASSISTANT + ",")
                .contains("\"weight\":0.10,\"big\":1234567890");
        assertThat(request.path("messages")).hasSize(4);
        RequestSchema.assertValid(request);
    }
}
