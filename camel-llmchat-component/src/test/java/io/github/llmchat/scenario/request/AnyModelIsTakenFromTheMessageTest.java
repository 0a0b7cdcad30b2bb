package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnyModelIsTakenFromTheMessageTest extends OneCallScenario {

    private static final List<Object> MESSAGES = List.of(Map.of("role", "user", "content", "hi"));

    @Test
    void fromTheHeader() {
        assertThat(sent(uri("*"), "hi", Map.of("CamelLlmChatModel", "m")).path("model").asText()).isEqualTo("m");
    }

    @Test
    void fromTheBody() {
        assertThat(sent(uri("*"), Map.of("model", "m", "messages", MESSAGES)).path("model").asText()).isEqualTo("m");
    }

    @Test
    void fromTheHeaderIfBothAreThere() {
        assertThat(sent(uri("*"), Map.of("model", "m", "messages", MESSAGES), Map.of("CamelLlmChatModel", "h")).path("model")
                .asText()).isEqualTo("h");
    }

    @Test
    void withoutAnyTheCallIsRefused() {
        assertRefused(uri("*"), "hi", Map.of(), "No model", "CamelLlmChatModel");
        assertRefused(uri("*"), "hi", Map.of("CamelLlmChatModel", " "), "No model", "CamelLlmChatModel");
        assertRefused(uri("*"), Map.of("messages", MESSAGES), Map.of(), "No model", "CamelLlmChatModel");
    }
}
