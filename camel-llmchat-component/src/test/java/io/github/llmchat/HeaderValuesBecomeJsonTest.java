package io.github.llmchat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.llmchat.model.Json;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HeaderValuesBecomeJsonTest {

    private static final String TOOLS = "[{\"type\":\"web_search\"}]";

    private final Message message = new DefaultMessage(new DefaultCamelContext());
    private final LlmChatConfiguration options = new LlmChatConfiguration();

    static Stream<Arguments> headerValuesAndTheirJson() {
        return Stream.of(
                arguments(RequestField.TEMPERATURE, 0.7, "0.7"),
                arguments(RequestField.TEMPERATURE, 0.7f, "0.7"),
                arguments(RequestField.TEMPERATURE, "0.5", "0.5"),
                arguments(RequestField.TEMPERATURE, " 1 ", "1"),
                arguments(RequestField.TEMPERATURE, "0.70".getBytes(StandardCharsets.UTF_8), "0.70"),
                arguments(RequestField.TEMPERATURE, TextNode.valueOf("2"), "2"),
                arguments(RequestField.TOP_P, IntNode.valueOf(1), "1"),
                arguments(RequestField.PRESENCE_PENALTY, "-2", "-2"),
                arguments(RequestField.MAX_TOKENS, "100", "100"),
                arguments(RequestField.MAX_TOKENS, 100.0, "100"),
                arguments(RequestField.SEED, Long.MAX_VALUE, "9223372036854775807"),
                arguments(RequestField.SEED, "-1", "-1"),
                arguments(RequestField.LOGPROBS, true, "true"),
                arguments(RequestField.STORE, "FALSE", "false"),
                arguments(RequestField.USER, "u-1", "\"u-1\""),
                arguments(RequestField.USER, 42, "\"42\""),
                arguments(RequestField.USER, new StringBuilder("sb"), "\"sb\""),
                arguments(RequestField.STOP, "a,b", "\"a,b\""),
                arguments(RequestField.STOP, "\n", "\"\\n\""),
                arguments(RequestField.STOP, "[END]", "\"[END]\""),
                arguments(RequestField.STOP, "[1]", "\"[1]\""),
                arguments(RequestField.STOP, "[\"a\"] b", "\"[\\\"a\\\"] b\""),
                arguments(RequestField.STOP, "[\"a\",\"b\"]", "[\"a\",\"b\"]"),
                arguments(RequestField.STOP, List.of("a", "b", "c", "d"), "[\"a\",\"b\",\"c\",\"d\"]"),
                arguments(RequestField.STOP, new String[] { "a" }, "[\"a\"]"),
                arguments(RequestField.STOP, Json.mapper().createArrayNode().add("a"), "[\"a\"]"),
                arguments(RequestField.LOGIT_BIAS, "{\"50256\": -100}", "{\"50256\":-100}"),
                arguments(RequestField.LOGIT_BIAS, Map.of("7", 1.5), "{\"7\":1.5}"),
                arguments(RequestField.METADATA, Json.object().put("team", "sales"), "{\"team\":\"sales\"}"),
                arguments(RequestField.RESPONSE_FORMAT, "text", "{\"type\":\"text\"}"),
                arguments(RequestField.RESPONSE_FORMAT, "json_object", "{\"type\":\"json_object\"}"),
                arguments(RequestField.RESPONSE_FORMAT, "{\"type\":\"grammar\"}", "{\"type\":\"grammar\"}"),
                arguments(RequestField.ENABLE_THINKING, false, "false"),
                arguments(RequestField.LLMGW_THINKING, "True", "true"),
                arguments(RequestField.THINKING, Map.of("type", "enabled"), "{\"type\":\"enabled\"}"),
                arguments(RequestField.MODALITIES, "text", "[\"text\"]"),
                arguments(RequestField.MODALITIES, "text, audio,", "[\"text\",\"audio\"]"),
                arguments(RequestField.MODALITIES, "[\"text\",\"audio\"]", "[\"text\",\"audio\"]"),
                arguments(RequestField.MODALITIES, List.of("text", "image"), "[\"text\",\"image\"]"),
                arguments(RequestField.MODALITIES, new String[] { "audio" }, "[\"audio\"]"),
                arguments(RequestField.AUDIO_VOICE, "alloy", "\"alloy\""),
                arguments(RequestField.AUDIO_VOICE, Map.of("id", "voice_1"), "{\"id\":\"voice_1\"}"),
                arguments(RequestField.AUDIO_VOICE, "{\"id\":\"voice_1\"}", "{\"id\":\"voice_1\"}"),
                arguments(RequestField.AUDIO_FORMAT, "pcm16", "\"pcm16\""),
                arguments(RequestField.TOOLS, TOOLS, TOOLS),
                arguments(RequestField.TOOLS, List.of(Map.of("type", "web_search")), TOOLS),
                arguments(RequestField.TOOLS, new Map<?, ?>[] { Map.of("type", "web_search") }, TOOLS),
                arguments(RequestField.TOOLS, Json.mapper().createArrayNode().add(Json.object().put("type", "web_search")),
                        TOOLS),
                arguments(RequestField.TOOL_CHOICE, "required", "\"required\""),
                arguments(RequestField.TOOL_CHOICE, "{\"type\":\"custom\"}", "{\"type\":\"custom\"}"),
                arguments(RequestField.TOOL_CHOICE, Map.of("type", "function"), "{\"type\":\"function\"}"),
                arguments(RequestField.PARALLEL_TOOL_CALLS, "false", "false"),
                arguments(RequestField.INCLUDE_USAGE, "true", "true"));
    }

    @ParameterizedTest
    @MethodSource("headerValuesAndTheirJson")
    void aHeaderBecomesTheJsonOfItsField(RequestField field, Object header, String json) {
        message.setHeader(field.headerName(), header);

        assertThat(value(field)).hasToString(json);
    }

    @Test
    void noToolsAreNotSentBecauseServersRefuseAnEmptyArray() {
        message.setHeader(LlmChatConstants.TOOLS, "[]");

        assertThat(value(RequestField.TOOLS)).isNull();
    }

    private JsonNode value(RequestField field) {
        return field.valueFrom(message, options, null);
    }
}
