package io.github.llmchat.scenario.request;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Fields without an option of their own: those that few servers know, and those that OpenAI has given up. */
class RareFieldsReachTheWireTest extends OneCallScenario {

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("functions", "[{\"name\":\"now\",\"parameters\":{\"type\":\"object\"}}]"),
                arguments("function_call", "\"auto\""),
                arguments("function_call", "{\"name\":\"now\"}"),
                arguments("prediction", "{\"type\":\"content\",\"content\":\"a & b\"}"),
                arguments("web_search_options", "{\"search_context_size\":\"low\",\"user_location\":{\"type\":\"approximate\","
                                                + "\"approximate\":{\"country\":\"CH\"}}}"),
                arguments("safety_identifier", "\"4711\""),
                arguments("prompt_cache_key", "\"tenant-7\""),
                arguments("prompt_cache_retention", "\"24h\""),
                arguments("prompt_cache_options", "{\"ttl\":\"30m\",\"mode\":\"explicit\"}"),
                arguments("moderation", "{\"model\":\"omni\",\"policy\":null}"),
                arguments("top_k", "40"),
                arguments("min_p", "0.05"),
                arguments("extra_body", "{\"google\":{\"thinking_config\":{\"include_thoughts\":true}}}"),
                arguments("search_parameters", "{\"mode\":\"auto\",\"max_search_results\":3}"),
                arguments("usage", "{\"include\":true}"),
                arguments("reasoning", "{\"effort\":\"high\",\"exclude\":false}"),
                arguments("vl_high_resolution_images", "true"),
                arguments("think", "false"),
                arguments("think", "\"high\""),
                arguments("web_search", "{\"enable\":true}"),
                arguments("stop_token_ids", "[1,2]"),
                arguments("guided_regex", "\"[0-9]{2}\""));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void oneOptionEach(String name, String json) {
        assertSent(sent(uri("gpt-4o", "additionalBodyProperty." + name + "=RAW(" + json + ")"), "hi"), name, json);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inOneOption(String name, String json) {
        assertSent(sent(uri("gpt-4o", "additionalBody=RAW({\"" + name + "\":" + json + "})"), "hi"), name, json);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inTheHeaderAsText(String name, String json) {
        Map<String, String> headers = Map.of("CamelLlmChatAdditionalBody", "{\"" + name + "\":" + json + "}");

        assertSent(sent(uri("gpt-4o"), "hi", headers), name, json);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inTheHeaderAsMap(String name, String json) throws Exception {
        Object value = Json.mapper().readValue(json, Object.class);

        assertSent(sent(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalBody", Map.of(name, value))), name, json);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inTheHeaderAsBytesAsKafkaBringsThem(String name, String json) {
        byte[] header = ("{\"" + name + "\":" + json + "}").getBytes(UTF_8);

        assertSent(sent(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalBody", header)), name, json);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void inTheBody(String name, String json) throws Exception {
        ObjectNode request = (ObjectNode) Json.parse("{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
        request.set(name, Json.parse(json));

        assertSent(sent(uri("gpt-4o"), request), name, json);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("10 km", "\"10 km\""), arguments("2026-11-21", "\"2026-11-21\""), arguments("1.2.3", "\"1.2.3\""),
                arguments("true story", "\"true story\""), arguments("[END", "\"[END\""), arguments("{} x", "\"{} x\""),
                arguments("low", "\"low\""), arguments("NaN", "\"NaN\""), arguments("007", "\"007\""),
                arguments(" 7 ", "7"), arguments("-0.50", "-0.50"), arguments("null", "null"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsNotJsonAsAWholeIsText(String value, String json) {
        sent(uri("gpt-4o", "additionalBodyProperty.x_label=RAW(" + value + ")"), "hi");

        assertThat(onlyRequest().body()).endsWith("\"x_label\":" + json + "}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anObjectWithSomethingBehindItIsNone(String value, String json) {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatAdditionalBody", "{\"a\":1} " + value + "x"),
                "CamelLlmChatAdditionalBody", "a JSON object");
    }

    @Test
    void streamOptionsStandBesideOurOwn() {
        JsonNode request = sent(uri("gpt-4o", "streaming=true", "output=text",
                "additionalBody=RAW({\"stream_options\":{\"include_obfuscation\":false}})"), "hi");

        assertThat(request.path("stream_options")).hasToString("{\"include_obfuscation\":false,\"include_usage\":true}");
        RequestSchema.assertValid(request);
    }

    @Test
    void streamOptionsAreNotSentWithACallThatIsNotStreamed() {
        JsonNode request
                = sent(uri("gpt-4o", "additionalBodyProperty.stream_options=RAW({\"include_obfuscation\":false})"), "hi");

        assertThat(request.has("stream_options")).isFalse();
    }

    private static void assertSent(JsonNode request, String name, String json) {
        assertThat(request.path(name)).hasToString(json);
        RequestSchema.assertValid(request);
    }
}
