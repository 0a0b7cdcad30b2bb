package io.github.llmchat.scenario.thinking;

import java.util.Map;
import java.util.stream.Stream;

import io.github.llmchat.scenario.request.OneCallScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ThinkingSwitchesAreSentTest extends OneCallScenario {

    private static final String BARE = "{\"model\":\"qwen3\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";

    /** Option, value, and the field as it is sent. */
    static Stream<Arguments> switches() {
        return Stream.of(
                arguments("ReasoningEffort", "low", "\"reasoning_effort\":\"low\""),
                arguments("ReasoningEffort", "xhigh", "\"reasoning_effort\":\"xhigh\""),
                arguments("EnableThinking", "true", "\"enable_thinking\":true"),
                arguments("EnableThinking", "false", "\"enable_thinking\":false"),
                arguments("LlmgwThinking", "true", "\"llmgw_thinking\":true"),
                arguments("LlmgwThinking", "false", "\"llmgw_thinking\":false"),
                arguments("Thinking", "{\"type\":\"enabled\",\"clear_thinking\":false}",
                        "\"thinking\":{\"type\":\"enabled\",\"clear_thinking\":false}"));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void byOption(String name, String value, String field) {
        String option = Character.toLowerCase(name.charAt(0)) + name.substring(1);

        call(uri("qwen3", option + "=RAW(" + value + ")"), "hi");

        assertThat(onlyRequest().body()).isEqualTo(BARE + "," + field + "}");
    }

    @ParameterizedTest
    @MethodSource("switches")
    void byHeader(String name, String value, String field) {
        call(uri("qwen3"), "hi", Map.of("CamelLlmChat" + name, value));

        assertThat(onlyRequest().body()).isEqualTo(BARE + "," + field + "}");
    }

    @Test
    void headersCountBeforeOptionsAndMayBeObjects() {
        call(uri("qwen3", "enableThinking=true", "thinking=RAW({\"type\":\"enabled\"})"), "hi", Map.of(
                "CamelLlmChatEnableThinking", false, "CamelLlmChatThinking", Map.of("type", "disabled")));

        assertThat(onlyRequest().body())
                .isEqualTo(BARE + ",\"enable_thinking\":false,\"thinking\":{\"type\":\"disabled\"}}");
    }

    @Test
    void nothingIsSentUnlessSet() {
        call(uri("qwen3", "stripThinking=true", "replayReasoning=none", "toolCallContent=empty"), "hi");

        assertThat(onlyRequest().body()).isEqualTo(BARE + "}");
    }

    @ParameterizedTest
    @CsvSource({
            "EnableThinking, maybe, true or false", "LlmgwThinking, 2, true or false", "Thinking, enabled, JSON object" })
    void whatIsNoSuchValueIsRefused(String name, String value, String allowed) {
        assertRefused(uri("qwen3"), "hi", Map.of("CamelLlmChat" + name, value), "CamelLlmChat" + name, value, allowed);
    }
}
