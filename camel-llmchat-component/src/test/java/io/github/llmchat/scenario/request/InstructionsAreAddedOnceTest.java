package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ChatMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstructionsAreAddedOnceTest extends OneCallScenario {

    private static final List<ChatMessage> CONVERSATION = List.of(ChatMessage.user("hi"), ChatMessage.assistant("Yes?"));

    @Test
    void theSystemMessageComesFirst() {
        assertThat(roles(sent(uri("gpt-4o", "systemMessage=Be brief"), CONVERSATION)))
                .containsExactly("system", "user", "assistant");
    }

    @Test
    void theDeveloperMessageComesAfterTheSystemMessage() {
        assertThat(roles(sent(uri("gpt-4o", "developerMessage=Be kind", "systemMessage=Be brief"), CONVERSATION)))
                .containsExactly("system", "developer", "user", "assistant");
    }

    @ParameterizedTest
    @ValueSource(strings = { "system", "developer" })
    void aConversationThatHasInstructionsKeepsThemAlone(String role) {
        Map<String, Object> body = Map.of("messages", List.of(
                Map.of("role", "user", "content", "hi"), Map.of("role", role, "content", "given")));

        JsonNode request = sent(uri("gpt-4o", "systemMessage=Be brief", "developerMessage=Be kind"), body,
                Map.of("CamelLlmChatSystemMessage", "Be loud"));

        assertThat(roles(request)).containsExactly("user", role);
        assertThat(request.at("/messages/1/content").asText()).isEqualTo("given");
    }

    @Test
    void theHeaderGoesBeforeTheOption() {
        JsonNode request = sent(uri("gpt-4o", "systemMessage=Be brief"), "hi", Map.of("CamelLlmChatSystemMessage", "Be loud"));

        assertThat(request.at("/messages/0/content").asText()).isEqualTo("Be loud");
    }

    @Test
    void anEmptyHeaderCountsAsNotSet() {
        JsonNode request = sent(uri("gpt-4o", "systemMessage=Be brief"), "hi", Map.of("CamelLlmChatSystemMessage", ""));

        assertThat(request.at("/messages/0/content").asText()).isEqualTo("Be brief");
    }

    private static List<String> roles(JsonNode request) {
        return request.path("messages").findValuesAsText("role");
    }
}
