package io.github.llmchat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.llmchat.model.Json;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RequestFieldTest {

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
                arguments(RequestField.INCLUDE_USAGE, "true", "{\"include_usage\":true}"));
    }

    @ParameterizedTest
    @MethodSource("headerValuesAndTheirJson")
    void aHeaderBecomesTheJsonOfItsField(RequestField field, Object header, String json) {
        message.setHeader(field.headerName(), header);

        assertThat(value(field)).hasToString(json);
    }

    static Stream<Arguments> valuesThatNoModeAllows() {
        return Stream.of(
                arguments(RequestField.TEMPERATURE, "warm", "a number from 0 to 2"),
                arguments(RequestField.TEMPERATURE, " ", "a number from 0 to 2"),
                arguments(RequestField.TEMPERATURE, Double.NaN, "a number from 0 to 2"),
                arguments(RequestField.TEMPERATURE, true, "a number from 0 to 2"),
                arguments(RequestField.N, 1.5, "a whole number, 1 or more"),
                arguments(RequestField.SEED, "1e999999999", "a whole number"),
                arguments(RequestField.SEED, "9223372036854775808", "a whole number"),
                arguments(RequestField.LOGPROBS, "yes", "true or false"),
                arguments(RequestField.LOGPROBS, 1, "true or false"),
                arguments(RequestField.USER, List.of("a"), "a text"),
                arguments(RequestField.STOP, List.of(Map.of()), "a text, or a list or JSON array of 1 to 4 texts"),
                arguments(RequestField.LOGIT_BIAS, "7:1", "a Map, or a JSON object as text"),
                arguments(RequestField.LOGIT_BIAS, "{\"7\":1} x", "a Map, or a JSON object as text"),
                arguments(RequestField.METADATA, "[]", "a Map, or a JSON object as text"),
                arguments(RequestField.METADATA, Map.of("x", new Object()), "a Map, or a JSON object as text"),
                arguments(RequestField.RESPONSE_FORMAT, "json", "text, json_object, a Map, or a JSON object as text"),
                arguments(RequestField.INCLUDE_USAGE, "no", "true or false"));
    }

    @ParameterizedTest
    @MethodSource("valuesThatNoModeAllows")
    void aValueOfTheWrongKindIsRefusedEvenWhenLenient(RequestField field, Object header, String allowed) {
        message.setHeader(field.headerName(), header);
        options.setLenient(true);

        assertThatIllegalArgumentException().isThrownBy(() -> value(field))
                .withMessage("%s (header %s) is '%s', allowed is %s", field.optionName(), field.headerName(), header, allowed);
    }

    static Stream<Arguments> valuesOutsideTheirRange() {
        return Stream.of(
                arguments(RequestField.TEMPERATURE, 2.01, "2.01", "a number from 0 to 2"),
                arguments(RequestField.TEMPERATURE, 100, "100", "a number from 0 to 2"),
                arguments(RequestField.TOP_P, "-0.1", "-0.1", "a number from 0 to 1"),
                arguments(RequestField.N, 0, "0", "a whole number, 1 or more"),
                arguments(RequestField.MAX_TOKENS, -1, "-1", "a whole number, 1 or more"),
                arguments(RequestField.MAX_COMPLETION_TOKENS, 0, "0", "a whole number, 1 or more"),
                arguments(RequestField.PRESENCE_PENALTY, -2.5, "-2.5", "a number from -2 to 2"),
                arguments(RequestField.FREQUENCY_PENALTY, 3, "3", "a number from -2 to 2"),
                arguments(RequestField.TOP_LOGPROBS, 21, "21", "a whole number from 0 to 20"),
                arguments(RequestField.STOP, "[]", "[]", "a text, or a list or JSON array of 1 to 4 texts"),
                arguments(RequestField.STOP, List.of("a", "b", "c", "d", "e"), "[\"a\",\"b\",\"c\",\"d\",\"e\"]",
                        "a text, or a list or JSON array of 1 to 4 texts"));
    }

    @ParameterizedTest
    @MethodSource("valuesOutsideTheirRange")
    void aValueOutsideItsRangeIsRefusedWithAHintAtLenient(RequestField field, Object header, String json, String allowed) {
        message.setHeader(field.headerName(), header);

        assertThatIllegalArgumentException().isThrownBy(() -> value(field))
                .withMessage("%s (header %s) is '%s', allowed is %s (lenient=true sends it nevertheless)", field.optionName(),
                        field.headerName(), header, allowed);
    }

    @ParameterizedTest
    @MethodSource("valuesOutsideTheirRange")
    void lenientSendsValuesOutsideTheirRange(RequestField field, Object header, String json, String allowed) {
        message.setHeader(field.headerName(), header);
        options.setLenient(true);

        assertThat(value(field)).hasToString(json);
    }

    @Test
    void theHeaderGoesBeforeTheBodyAndTheBodyBeforeTheOption() {
        options.setTemperature(0.3);
        assertThat(value(RequestField.TEMPERATURE)).hasToString("0.3");

        JsonNode own = IntNode.valueOf(1);
        assertThat(value(RequestField.TEMPERATURE, own)).isSameAs(own);

        message.setHeader(LlmChatConstants.TEMPERATURE, 0.7);
        assertThat(value(RequestField.TEMPERATURE, own)).hasToString("0.7");
    }

    @Test
    void theBodysOwnValueIsNotChecked() {
        JsonNode own = TextNode.valueOf("as the gateway likes it");

        assertThat(value(RequestField.TEMPERATURE, own)).isSameAs(own);
    }

    @Test
    void nullInTheBodyYieldsToTheOptionAndStaysWithoutOne() {
        assertThat(value(RequestField.SEED, NullNode.instance)).isSameAs(NullNode.instance);

        options.setSeed(7L);
        assertThat(value(RequestField.SEED, NullNode.instance)).hasToString("7");
    }

    @Test
    void emptyTextAndNullNodesInHeadersCountAsNotSet() {
        options.setUser("from-option");

        message.setHeader(LlmChatConstants.USER, "");
        assertThat(value(RequestField.USER)).hasToString("\"from-option\"");

        message.setHeader(LlmChatConstants.USER, NullNode.instance);
        assertThat(value(RequestField.USER)).hasToString("\"from-option\"");
    }

    @Test
    void anOptionThatIsNotAllowedIsNamedAsOption() {
        options.setTopP(1.5);

        assertThatIllegalArgumentException().isThrownBy(() -> value(RequestField.TOP_P))
                .withMessageStartingWith("topP (endpoint option) is '1.5', allowed is a number from 0 to 1");
    }

    @Test
    void aRefusedValueIsShownShortenedAndOnOneLine() {
        message.setHeader(LlmChatConstants.METADATA, "first\nsecond" + "x".repeat(1000));

        assertThatIllegalArgumentException().isThrownBy(() -> value(RequestField.METADATA))
                .withMessageContaining("'first secondxxx").withMessageContaining("x...'")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }

    @Test
    void falseForIncludeUsageSendsNothingAndDropsTheBodysOwn() {
        message.setHeader(LlmChatConstants.INCLUDE_USAGE, false);

        assertThat(value(RequestField.INCLUDE_USAGE, Json.object().put("include_usage", true))).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = RequestField.class, mode = EnumSource.Mode.EXCLUDE, names = "INCLUDE_USAGE")
    void whatIsNotSetIsNotSent(RequestField field) {
        assertThat(value(field)).isNull();
    }

    @Test
    void everyOptionReachesTheFieldOfItsWireName() {
        options.setTemperature(0.5);
        options.setTopP(0.9);
        options.setN(2);
        options.setStop("END");
        options.setMaxTokens(10);
        options.setMaxCompletionTokens(20);
        options.setPresencePenalty(0.1);
        options.setFrequencyPenalty(0.2);
        options.setLogitBias("{\"1\":2}");
        options.setLogprobs(true);
        options.setTopLogprobs(3);
        options.setSeed(4L);
        options.setUser("u");
        options.setReasoningEffort("low");
        options.setVerbosity("high");
        options.setResponseFormat("json_object");
        options.setServiceTier("flex");
        options.setStore(false);
        options.setMetadata("{\"k\":\"v\"}");

        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (RequestField field : RequestField.values()) {
            fields.put(field.wireName(), value(field));
        }

        assertThat(Json.text(Json.mapper().valueToTree(fields))).isEqualTo("""
                {"temperature":0.5,"top_p":0.9,"n":2,"stop":"END","max_tokens":10,"max_completion_tokens":20,\
                "presence_penalty":0.1,"frequency_penalty":0.2,"logit_bias":{"1":2},"logprobs":true,"top_logprobs":3,\
                "seed":4,"user":"u","reasoning_effort":"low","verbosity":"high","response_format":{"type":"json_object"},\
                "service_tier":"flex","store":false,"metadata":{"k":"v"},"stream_options":{"include_usage":true}}""");
    }

    @ParameterizedTest
    @EnumSource(RequestField.class)
    void theHeaderIsNamedAfterAnOptionThatExists(RequestField field) {
        String option = field.optionName();
        String setter = "set" + Character.toUpperCase(option.charAt(0)) + option.substring(1);

        assertThat(LlmChatConfiguration.class.getMethods()).extracting("name").contains(setter);
    }

    private JsonNode value(RequestField field) {
        return value(field, null);
    }

    private JsonNode value(RequestField field, JsonNode own) {
        return field.valueFrom(message, options, own);
    }
}
