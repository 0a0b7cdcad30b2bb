package io.github.llmchat.scenario.request;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelNamesArriveUndamagedTest extends OneCallScenario {

    @ParameterizedTest
    @ValueSource(strings = {
            "gpt-4o", "anthropic/claude-sonnet-4.5:beta", "qwen3:8b", "hf.co/u/Q:Q4_K_M", "@cf/meta/llama", "a//b",
            "ft:gpt-4o-mini:org::id", "/models/x.gguf", "C:/x", "my model", "a+b", "100%", "a#b", "模型/一", "gpt-4o~1" })
    void inThePath(String model) {
        assertThat(sent(uri(model), "hi").path("model").asText()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "gpt-4o?baseUrl=http://127.0.0.1:1/v1", "a&b=c", "a+b %2F", "模型", "{{none}}", "${body}", "RAW(x)" })
    void inTheHeader(String model) {
        assertThat(sent(uri("gpt-4o"), "hi", Map.of("CamelLlmChatModel", model)).path("model").asText()).isEqualTo(model);
    }

    @Test
    void slashesAfterTheSchemeMakeNoDifference() {
        assertThat(sent(uri("//gpt-4o"), "hi").path("model").asText()).isEqualTo("gpt-4o");
    }
}
