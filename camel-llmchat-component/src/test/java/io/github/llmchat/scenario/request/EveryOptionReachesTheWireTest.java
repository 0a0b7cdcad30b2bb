package io.github.llmchat.scenario.request;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.LlmChatRequestConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EveryOptionReachesTheWireTest extends OneCallScenario {

    /** Options that are no field, or only with a header of another shape; each has a test of its own. */
    private static final Set<String> NOT_IN_THE_TABLE = Set.of(
            "includeUsage", "additionalBody", "additionalBodyProperty", "lenient", "keepRequestHeaders", "userMessage");

    /** The option, its value in the URI, the JSON pointer in the request, and the JSON there. */
    static Stream<Arguments> options() {
        return Stream.of(
                arguments("temperature", "0.7", "/temperature", "0.7"),
                arguments("topP", "0.95", "/top_p", "0.95"),
                arguments("n", "1", "/n", "1"),
                arguments("stop", "END", "/stop", "\"END\""),
                arguments("stop", "[\"a\",\"b\"]", "/stop", "[\"a\",\"b\"]"),
                arguments("maxTokens", "100", "/max_tokens", "100"),
                arguments("maxCompletionTokens", "200", "/max_completion_tokens", "200"),
                arguments("presencePenalty", "-1.5", "/presence_penalty", "-1.5"),
                arguments("frequencyPenalty", "1.5", "/frequency_penalty", "1.5"),
                arguments("logitBias", "{\"50256\":-100}", "/logit_bias", "{\"50256\":-100}"),
                arguments("logprobs", "true", "/logprobs", "true"),
                arguments("topLogprobs", "5", "/top_logprobs", "5"),
                arguments("seed", "9007199254740993", "/seed", "9007199254740993"),
                arguments("user", "u-1", "/user", "\"u-1\""),
                arguments("reasoningEffort", "low", "/reasoning_effort", "\"low\""),
                arguments("verbosity", "high", "/verbosity", "\"high\""),
                arguments("responseFormat", "json_object", "/response_format", "{\"type\":\"json_object\"}"),
                arguments("responseFormat", "{\"type\":\"grammar\"}", "/response_format", "{\"type\":\"grammar\"}"),
                arguments("serviceTier", "flex", "/service_tier", "\"flex\""),
                arguments("store", "false", "/store", "false"),
                arguments("metadata", "{\"team\":\"sales\"}", "/metadata", "{\"team\":\"sales\"}"),
                arguments("systemMessage", "Be brief", "/messages/0", "{\"role\":\"system\",\"content\":\"Be brief\"}"),
                arguments("developerMessage", "Be kind", "/messages/0", "{\"role\":\"developer\",\"content\":\"Be kind\"}"));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionOfTheEndpoint(String option, String value, String pointer, String json) {
        assertSent(sent(uri("gpt-4o", option + "=RAW(" + value + ")"), "hi"), pointer, json);
    }

    @ParameterizedTest
    @MethodSource("options")
    void aHeaderOfTheSameName(String option, String value, String pointer, String json) {
        assertSent(sent(uri("gpt-4o"), "hi", Map.of(header(option), value)), pointer, json);
    }

    @Test
    void theTableHasEveryOption() {
        Set<String> tested = options().map(row -> (String) row.get()[0]).collect(Collectors.toSet());
        tested.addAll(NOT_IN_THE_TABLE);

        assertThat(Stream.of(LlmChatRequestConfiguration.class, LlmChatRequestConfiguration.class.getSuperclass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4)))
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    private static String header(String option) {
        return "CamelLlmChat" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    private static void assertSent(JsonNode request, String pointer, String json) {
        assertThat(request.at(pointer)).hasToString(json);
    }
}
