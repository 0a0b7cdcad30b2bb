package io.github.llmchat.scenario.result;

import java.util.Map;

import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersSetHeadersTest extends OneCallScenario {

    private static final String JSON = """
            {"id":"r1","model":"gpt-4o-2024","system_fingerprint":"fp_1","choices":[{"index":0,"finish_reason":"length",\
            "message":{"role":"assistant","content":"Hello","reasoning_content":"hm"}}],"usage":{"prompt_tokens":3000000000,\
            "completion_tokens":20,"total_tokens":3000000020,"prompt_tokens_details":{"cached_tokens":7},\
            "completion_tokens_details":{"reasoning_tokens":9}}}""";

    private static final Map<String, Object> EXPECTED = Map.ofEntries(
            Map.entry("CamelLlmChatResponseId", "r1"), Map.entry("CamelLlmChatResponseModel", "gpt-4o-2024"),
            Map.entry("CamelLlmChatSystemFingerprint", "fp_1"), Map.entry("CamelLlmChatFinishReason", "length"),
            Map.entry("CamelLlmChatReasoningContent", "hm"), Map.entry("CamelLlmChatPromptTokens", 3_000_000_000L),
            Map.entry("CamelLlmChatCompletionTokens", 20L), Map.entry("CamelLlmChatTotalTokens", 3_000_000_020L),
            Map.entry("CamelLlmChatCachedTokens", 7L), Map.entry("CamelLlmChatReasoningTokens", 9L),
            Map.entry("CamelLlmChatHttpStatus", 200L), Map.entry("CamelLlmChatRequestId", "req-1"));

    @Test
    void ofAWholeAnswer() {
        gateway.willAnswer(Script.json(JSON).header("x-request-id", "req-1"));

        assertThat(call(uri("gpt-4o"), "hi").getMessage().getHeaders()).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    }

    @Test
    void ofAStream() {
        String chunk = JSON.replace("\"message\"", "\"delta\"");
        gateway.willAnswer(Script.sse().header("x-request-id", "req-1").event(chunk).done());

        assertThat(call(uri("gpt-4o", "streaming=true", "output=text"), "hi").getMessage().getHeaders())
                .containsExactlyInAnyOrderEntriesOf(EXPECTED);
    }

    @Test
    void whatIsNotSaidIsNotSet() {
        gateway.willAnswer(Script.json("{\"choices\":[{\"message\":{\"content\":\"Hello\"}}]}"));

        assertThat(call(uri("gpt-4o"), "hi").getMessage().getHeaders())
                .containsExactlyInAnyOrderEntriesOf(Map.of("CamelLlmChatHttpStatus", 200L));
    }

    @ParameterizedTest
    @CsvSource({ "x-request-id, x-oneapi-request-id", "x-oneapi-request-id, cf-ray", "cf-ray, x-other-id" })
    void theRequestIdComesFromTheMostSpecificHeader(String name, String weaker) {
        gateway.willAnswer(Script.answer("Hello").header(weaker, "weaker").header(name, "req-2"));

        assertThat(call(uri("gpt-4o"), "hi").getMessage().getHeader("CamelLlmChatRequestId")).isEqualTo("req-2");
    }

    @Test
    void rateLimitsAreNumbers() {
        gateway.willAnswer(Script.answer("Hello").header("x-ratelimit-remaining-requests", "59")
                .header("x-ratelimit-remaining-tokens", "149984").header("x-ratelimit-reset-requests", "1s")
                .header("x-ratelimit-reset-tokens", "6m0.5s"));

        Message message = call(uri("gpt-4o"), "hi").getMessage();

        assertThat(message.getHeader("CamelLlmChatRateLimitRemainingRequests")).isEqualTo(59L);
        assertThat(message.getHeader("CamelLlmChatRateLimitRemainingTokens")).isEqualTo(149_984L);
        assertThat(message.getHeader("CamelLlmChatRateLimitResetMillis")).isEqualTo(360_500L);
    }

    @ParameterizedTest
    @CsvSource({ "88ms, 88", "2, 2000", "1h2m3s, 3723000", "0s, 0", "0.25, 250" })
    void theResetMayBeWrittenInSeveralWays(String value, long millis) {
        gateway.willAnswer(Script.answer("Hello").header("x-ratelimit-reset-requests", value));

        assertThat(call(uri("gpt-4o"), "hi").getMessage().getHeader("CamelLlmChatRateLimitResetMillis")).isEqualTo(millis);
    }

    @Test
    void rateLimitsThatAreNoneAreLeftOut() {
        gateway.willAnswer(Script.answer("Hello").header("x-ratelimit-remaining-requests", "many")
                .header("x-ratelimit-remaining-tokens", "-").header("x-ratelimit-reset-requests", "soon"));

        assertThat(call(uri("gpt-4o"), "hi").getMessage().getHeaders().keySet()).noneMatch(name -> name.contains("RateLimit"));
    }
}
