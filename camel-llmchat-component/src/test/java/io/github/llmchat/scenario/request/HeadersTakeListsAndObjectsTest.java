package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HeadersTakeListsAndObjectsTest extends OneCallScenario {

    private static final Map<String, Object> FUNCTION = Map.of("type", "function", "function", Map.of("name", "now"));
    private static final String FUNCTION_JSON = "{\"type\":\"function\",\"function\":{\"name\":\"now\"}}";
    private static final String CUSTOM_JSON = "{\"type\":\"custom\",\"custom\":{\"name\":\"sql\"}}";

    static Stream<Arguments> headers() throws Exception {
        return Stream.of(
                arguments("Stop", List.of("a", "b"), "/stop", "[\"a\",\"b\"]"),
                arguments("Stop", new String[] { "a", "b" }, "/stop", "[\"a\",\"b\"]"),
                arguments("Stop", Json.parse("[\"a\"]"), "/stop", "[\"a\"]"),
                arguments("Stop", "a,b", "/stop", "\"a,b\""),
                arguments("Modalities", List.of("text", "audio"), "/modalities", "[\"text\",\"audio\"]"),
                arguments("Modalities", Json.parse("[\"text\"]"), "/modalities", "[\"text\"]"),
                arguments("Modalities", "text,audio".getBytes(UTF_8), "/modalities", "[\"text\",\"audio\"]"),
                arguments("Tools", List.of(FUNCTION), "/tools", "[" + FUNCTION_JSON + "]"),
                arguments("Tools", Json.parse("[" + CUSTOM_JSON + "]"), "/tools", "[" + CUSTOM_JSON + "]"),
                arguments("ToolChoice", FUNCTION, "/tool_choice", FUNCTION_JSON),
                arguments("ToolChoice", Json.parse(CUSTOM_JSON), "/tool_choice", CUSTOM_JSON),
                arguments("ToolChoice", "none", "/tool_choice", "\"none\""),
                arguments("ParallelToolCalls", true, "/parallel_tool_calls", "true"),
                arguments("Thinking", Map.of("type", "disabled"), "/thinking", "{\"type\":\"disabled\"}"),
                arguments("LogitBias", Map.of("7", -1), "/logit_bias", "{\"7\":-1}"),
                arguments("Metadata", Json.parse("{\"a\":\"b\"}"), "/metadata", "{\"a\":\"b\"}"),
                arguments("ResponseFormat", Map.of("type", "text"), "/response_format", "{\"type\":\"text\"}"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void andSendThemAsJson(String header, Object value, String pointer, String json) throws Exception {
        JsonNode request = sent(uri("gpt-4o"), "hi", Map.of("CamelLlmChat" + header, value));

        // maps have no order of their own
        assertThat(request.at(pointer)).isEqualTo(RequestSchema.parse(json));
        RequestSchema.assertValid(request);
    }

    @Test
    void theHeadersValueIsLeftAsItIs() throws Exception {
        JsonNode tools = Json.parse("[" + FUNCTION_JSON + "]");

        Object header = call(uri("gpt-4o", "keepRequestHeaders=true"), "hi", Map.of("CamelLlmChatTools", tools)).getMessage()
                .getHeader("CamelLlmChatTools");

        assertThat(header).isSameAs(tools).hasToString("[" + FUNCTION_JSON + "]");
    }

    @Test
    void voiceAndFormatAreOneObject() {
        JsonNode request = sent(uri("gpt-4o", "modalities=text,audio", "audioVoice=alloy"), "hi",
                Map.of("CamelLlmChatAudioVoice", Map.of("id", "voice_1"), "CamelLlmChatAudioFormat", "mp3"));

        assertThat(request.path("audio")).hasToString("{\"voice\":{\"id\":\"voice_1\"},\"format\":\"mp3\"}");
        RequestSchema.assertValid(request);
    }
}
