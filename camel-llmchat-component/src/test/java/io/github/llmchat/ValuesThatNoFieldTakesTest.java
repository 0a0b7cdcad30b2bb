package io.github.llmchat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ValuesThatNoFieldTakesTest {

    private static final String OBJECTS = "a list of Maps, or a JSON array of objects as text";

    private final Message message = new DefaultMessage(new DefaultCamelContext());
    private final LlmChatConfiguration options = new LlmChatConfiguration();

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
                arguments(RequestField.THINKING, "enabled", "a Map, or a JSON object as text"),
                arguments(RequestField.MODALITIES, ",", "a list, a JSON array of texts, or texts separated by commas"),
                arguments(RequestField.MODALITIES, List.of(), "a list, a JSON array of texts, or texts separated by commas"),
                arguments(RequestField.MODALITIES, 7, "a list, a JSON array of texts, or texts separated by commas"),
                arguments(RequestField.AUDIO_VOICE, List.of("alloy"), "a text, a Map, or a JSON object as text"),
                arguments(RequestField.AUDIO_FORMAT, Map.of(), "a text"),
                arguments(RequestField.TOOLS, "{}", OBJECTS),
                arguments(RequestField.TOOLS, "[\"now\"]", OBJECTS),
                arguments(RequestField.TOOLS, List.of("now"), OBJECTS),
                arguments(RequestField.TOOLS, "resource:classpath:tools/weather.json", OBJECTS),
                arguments(RequestField.TOOL_CHOICE, List.of(), "a text, a Map, or a JSON object as text"),
                arguments(RequestField.PARALLEL_TOOL_CALLS, "one", "true or false"),
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

    private JsonNode value(RequestField field) {
        return field.valueFrom(message, options, null);
    }
}
