package io.github.llmchat.scenario.request;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MaxTokensAreTwoFieldsTest extends OneCallScenario {

    @Test
    void maxTokensIsNotSentAsTheNewerField() {
        JsonNode request = sent(uri("o3", "maxTokens=10"), "hi");

        assertThat(request.path("max_tokens")).hasToString("10");
        assertThat(request.has("max_completion_tokens")).isFalse();
    }

    @Test
    void maxCompletionTokensIsNotSentAsTheOlderField() {
        JsonNode request = sent(uri("gpt-4o", "maxCompletionTokens=20"), "hi");

        assertThat(request.path("max_completion_tokens")).hasToString("20");
        assertThat(request.has("max_tokens")).isFalse();
    }

    @Test
    void bothAreSentIfBothAreSet() {
        JsonNode request = sent(uri("gpt-4o", "maxTokens=10"), "hi", Map.of("CamelLlmChatMaxCompletionTokens", "20"));

        assertThat(request.path("max_tokens")).hasToString("10");
        assertThat(request.path("max_completion_tokens")).hasToString("20");
    }
}
