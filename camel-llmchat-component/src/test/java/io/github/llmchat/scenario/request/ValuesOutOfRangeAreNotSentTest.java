package io.github.llmchat.scenario.request;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ValuesOutOfRangeAreNotSentTest extends OneCallScenario {

    static Stream<Arguments> valuesOutOfRange() {
        return Stream.of(
                arguments("temperature", "2.1", "/temperature", "from 0 to 2"),
                arguments("topP", "1.1", "/top_p", "from 0 to 1"),
                arguments("n", "0", "/n", "1 or more"),
                arguments("maxTokens", "0", "/max_tokens", "1 or more"),
                arguments("maxCompletionTokens", "-1", "/max_completion_tokens", "1 or more"),
                arguments("presencePenalty", "-2.1", "/presence_penalty", "from -2 to 2"),
                arguments("frequencyPenalty", "2.1", "/frequency_penalty", "from -2 to 2"),
                arguments("topLogprobs", "21", "/top_logprobs", "from 0 to 20"),
                arguments("stop", "[\"a\",\"b\",\"c\",\"d\",\"e\"]", "/stop", "1 to 4 texts"));
    }

    @ParameterizedTest
    @MethodSource("valuesOutOfRange")
    void anEndpointDoesNotStartAndNamesTheOptionItsValueAndWhatIsAllowed(
            String option, String value, String pointer, String allowed) {
        assertDoesNotStart(uri("gpt-4o", option + "=RAW(" + value + ")"), option + " (endpoint option)", "'" + value + "'",
                allowed, "lenient=true");
    }

    static Stream<Arguments> valuesOfTheWrongKind() {
        return Stream.of(
                arguments("responseFormat", "xml", "text, json_object"), arguments("thinking", "on", "a JSON object as text"),
                arguments("tools", "{}", "a JSON array of objects"), arguments("logitBias", "[1]", "a JSON object as text"));
    }

    @ParameterizedTest
    @MethodSource("valuesOfTheWrongKind")
    void anEndpointWithAValueOfTheWrongKindDoesNotStartEither(String option, String value, String allowed) {
        assertDoesNotStart(uri("gpt-4o", "lenient=true", option + "=RAW(" + value + ")"), option + " (endpoint option)",
                "'" + value + "'", allowed);
    }

    @ParameterizedTest
    @MethodSource("valuesOutOfRange")
    void aHeaderIsNamedWithItsValueAndWhatIsAllowed(String option, String value, String pointer, String allowed) {
        assertRefused(uri("gpt-4o"), "hi", Map.of(header(option), value), option, "header " + header(option),
                "'" + value + "'", allowed);
    }

    @ParameterizedTest
    @MethodSource("valuesOutOfRange")
    void lenientPassesThemOn(String option, String value, String pointer, String allowed) {
        assertThat(sent(uri("gpt-4o", "lenient=true"), "hi", Map.of(header(option), value)).at(pointer)).hasToString(value);
    }

    static Stream<Arguments> valuesAtTheirLimits() {
        return Stream.of(
                arguments("temperature", "0", "/temperature"), arguments("temperature", "2", "/temperature"),
                arguments("topP", "0", "/top_p"), arguments("topP", "1", "/top_p"), arguments("n", "1", "/n"),
                arguments("maxTokens", "1", "/max_tokens"), arguments("maxCompletionTokens", "1", "/max_completion_tokens"),
                arguments("presencePenalty", "-2", "/presence_penalty"),
                arguments("presencePenalty", "2", "/presence_penalty"),
                arguments("frequencyPenalty", "-2", "/frequency_penalty"),
                arguments("frequencyPenalty", "2", "/frequency_penalty"), arguments("topLogprobs", "0", "/top_logprobs"),
                arguments("topLogprobs", "20", "/top_logprobs"), arguments("stop", "[\"a\"]", "/stop"),
                arguments("stop", "[\"a\",\"b\",\"c\",\"d\"]", "/stop"));
    }

    @ParameterizedTest
    @MethodSource("valuesAtTheirLimits")
    void valuesAtTheirLimitsAreSent(String option, String value, String pointer) {
        JsonNode request = sent(uri("gpt-4o"), "hi", Map.of(header(option), value));

        assertThat(request.at(pointer)).hasToString(value);
        RequestSchema.assertValid(request);
    }

    @ParameterizedTest
    @MethodSource("valuesOutOfRange")
    void anOptionIsPassedOnByLenientToo(String option, String value, String pointer, String allowed) {
        assertThat(sent(uri("gpt-4o", "lenient=true", option + "=RAW(" + value + ")"), "hi").at(pointer)).hasToString(value);
    }

    @Test
    void aValueOfTheWrongKindIsRefusedEvenWhenLenient() {
        assertRefused(uri("gpt-4o", "lenient=true"), "hi", Map.of("CamelLlmChatTemperature", "warm"), "temperature", "'warm'",
                "from 0 to 2");
    }

    @Test
    void streamModelAndMessagesAreNoAdditionalFields() {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalBody", "{\"stream\":true}"), "stream", "streaming");
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalBody", "{\"model\":\"m\"}"), "CamelLlmChatModel");
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalBody", "{\"messages\":[]}"), "message body");
    }

    @Test
    void additionalFieldsThatAreNoObjectAreRefused() {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalBody", "top_k=4"), "CamelLlmChatAdditionalBody",
                "a JSON object");
    }

    @Test
    void anOutputThatDoesNotExistIsRefused() {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatOutput", "texts"), "CamelLlmChatOutput", "texts", "text",
                "completion");
    }

    @Test
    void streamingThatIsNeitherTrueNorFalseIsRefused() {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatStreaming", "maybe"), "CamelLlmChatStreaming", "maybe");
    }

    private static String header(String option) {
        return "CamelLlmChat" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }
}
