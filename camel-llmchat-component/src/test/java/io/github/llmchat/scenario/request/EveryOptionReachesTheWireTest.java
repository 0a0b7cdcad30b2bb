package io.github.llmchat.scenario.request;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.LlmChatCacheConfiguration;
import io.github.llmchat.LlmChatMcpConfiguration;
import io.github.llmchat.LlmChatRequestConfiguration;
import io.github.llmchat.LlmChatSamplingConfiguration;
import io.github.llmchat.LlmChatToolLoopConfiguration;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EveryOptionReachesTheWireTest extends OneCallScenario {

    /** Options that are no field, or make more than one; each has a test of its own. */
    private static final Set<String> NOT_IN_THE_TABLE = Set.of(
            "includeUsage", "additionalBody", "additionalBodyProperty", "lenient", "keepRequestHeaders", "userMessage",
            "attachments", "imageDetail", "stripThinking", "replayReasoning", "toolCallContent", "jsonSchema", "outputClass",
            "maxRepairs");

    /** No options of these reach the wire: they are about what happens here. */
    private static final Set<Class<?>> ABOUT_THIS_SIDE
            = Set.of(LlmChatCacheConfiguration.class, LlmChatMcpConfiguration.class, LlmChatToolLoopConfiguration.class);

    /** What servers want beside an option. */
    private static final Map<String, String> BESIDE = Map.of("audioVoice", "audioFormat=wav", "audioFormat", "audioVoice=echo");

    private static final String TOOLS
            = "[{\"type\":\"function\",\"function\":{\"name\":\"f\"}},{\"type\":\"custom\",\"custom\":{\"name\":\"c\"}}]";
    private static final String ALLOWED = "{\"type\":\"allowed_tools\",\"allowed_tools\":{\"mode\":\"auto\","
                                          + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]}}";

    /** The option, its value in the URI, the JSON pointer in the request, and the JSON there. */
    static Stream<Arguments> fields() {
        return Stream.of(sampling(), answer(), tools(), account()).flatMap(rows -> rows);
    }

    private static Stream<Arguments> sampling() {
        return Stream.of(
                arguments("temperature", "0.7", "/temperature", "0.7"),
                arguments("topP", "0.95", "/top_p", "0.95"),
                arguments("n", "1", "/n", "1"),
                arguments("stop", "END", "/stop", "\"END\""),
                arguments("stop", "[\"a\",\"b\"]", "/stop", "[\"a\",\"b\"]"),
                arguments("stop", "a,b", "/stop", "\"a,b\""),
                arguments("maxTokens", "100", "/max_tokens", "100"),
                arguments("maxCompletionTokens", "200", "/max_completion_tokens", "200"),
                arguments("presencePenalty", "-1.5", "/presence_penalty", "-1.5"),
                arguments("frequencyPenalty", "1.5", "/frequency_penalty", "1.5"),
                arguments("logitBias", "{\"50256\":-100}", "/logit_bias", "{\"50256\":-100}"),
                arguments("logprobs", "true", "/logprobs", "true"),
                arguments("topLogprobs", "5", "/top_logprobs", "5"),
                arguments("seed", "9007199254740993", "/seed", "9007199254740993"));
    }

    private static Stream<Arguments> answer() {
        return Stream.of(
                arguments("reasoningEffort", "low", "/reasoning_effort", "\"low\""),
                arguments("enableThinking", "false", "/enable_thinking", "false"),
                arguments("llmgwThinking", "true", "/llmgw_thinking", "true"),
                arguments("thinking", "{\"type\":\"enabled\"}", "/thinking", "{\"type\":\"enabled\"}"),
                arguments("verbosity", "high", "/verbosity", "\"high\""),
                arguments("responseFormat", "json_object", "/response_format", "{\"type\":\"json_object\"}"),
                arguments("responseFormat", "{\"type\":\"grammar\"}", "/response_format", "{\"type\":\"grammar\"}"),
                arguments("modalities", "text, audio", "/modalities", "[\"text\",\"audio\"]"),
                arguments("modalities", "[\"text\",\"audio\"]", "/modalities", "[\"text\",\"audio\"]"),
                arguments("audioVoice", "alloy", "/audio/voice", "\"alloy\""),
                arguments("audioVoice", "{\"id\":\"voice_1\"}", "/audio/voice", "{\"id\":\"voice_1\"}"),
                arguments("audioFormat", "pcm16", "/audio/format", "\"pcm16\""));
    }

    private static Stream<Arguments> tools() {
        String function = "{\"type\":\"function\",\"function\":{\"name\":\"f\"}}";
        String custom = "{\"type\":\"custom\",\"custom\":{\"name\":\"c\"}}";
        return Stream.of(
                arguments("tools", TOOLS, "/tools", TOOLS),
                arguments("toolChoice", "auto", "/tool_choice", "\"auto\""),
                arguments("toolChoice", "none", "/tool_choice", "\"none\""),
                arguments("toolChoice", "required", "/tool_choice", "\"required\""),
                arguments("toolChoice", function, "/tool_choice", function),
                arguments("toolChoice", custom, "/tool_choice", custom),
                arguments("toolChoice", ALLOWED, "/tool_choice", ALLOWED),
                arguments("parallelToolCalls", "false", "/parallel_tool_calls", "false"));
    }

    private static Stream<Arguments> account() {
        return Stream.of(
                arguments("user", "u-1", "/user", "\"u-1\""),
                arguments("serviceTier", "flex", "/service_tier", "\"flex\""),
                arguments("store", "false", "/store", "false"),
                arguments("metadata", "{\"team\":\"sales\"}", "/metadata", "{\"team\":\"sales\"}"));
    }

    /** Options that make messages, in the same form. */
    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("systemMessage", "Be brief", "/messages/0", "{\"role\":\"system\",\"content\":\"Be brief\"}"),
                arguments("developerMessage", "Be kind", "/messages/0", "{\"role\":\"developer\",\"content\":\"Be kind\"}"));
    }

    static Stream<Arguments> options() {
        return Stream.concat(fields(), messages());
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionOfTheEndpoint(String option, String value, String pointer, String json) {
        assertSent(sent(uri("gpt-4o", beside(option, option + "=RAW(" + value + ")")), "hi"), pointer, json);
    }

    @ParameterizedTest
    @MethodSource("options")
    void aHeaderOfTheSameName(String option, String value, String pointer, String json) {
        assertSent(sent(uri("gpt-4o", beside(option)), "hi", Map.of(header(option), value)), pointer, json);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theBodysOwnField(String option, String value, String pointer, String json) throws Exception {
        ObjectNode request = (ObjectNode) Json.parse("{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        JsonPointer at = JsonPointer.compile(pointer);
        ObjectNode parent = at.head().matches() ? request : request.putObject(at.head().getMatchingProperty());
        parent.set(at.last().getMatchingProperty(), Json.parse(json));

        assertSent(sent(uri("gpt-4o", beside(option)), request), pointer, json);
    }

    @Test
    void theTableHasEveryOption() {
        Set<String> tested = options().map(row -> (String) row.get()[0]).collect(Collectors.toSet());
        tested.addAll(NOT_IN_THE_TABLE);

        assertThat(Stream
                .<Class<?>> iterate(LlmChatRequestConfiguration.class,
                        type -> type != LlmChatSamplingConfiguration.class.getSuperclass(),
                        Class::getSuperclass)
                .filter(type -> !ABOUT_THIS_SIDE.contains(type))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4)))
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    private static String[] beside(String option, String... more) {
        Stream<String> needed = BESIDE.containsKey(option) ? Stream.of(BESIDE.get(option)) : Stream.empty();
        return Stream.concat(needed, Stream.of(more)).toArray(String[]::new);
    }

    private static String header(String option) {
        return "CamelLlmChat" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    private static void assertSent(JsonNode request, String pointer, String json) {
        assertThat(request.at(pointer)).hasToString(json);
        RequestSchema.assertValid(request);
    }
}
