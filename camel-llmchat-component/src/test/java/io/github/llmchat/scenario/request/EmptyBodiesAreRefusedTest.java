package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.llmchat.model.ChatMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmptyBodiesAreRefusedTest extends OneCallScenario {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "\t\r\n" })
    void nullAndBlank(String body) {
        assertRefused(uri("gpt-4o"), body, Map.of(), "no prompt", "userMessage");
    }

    @Test
    void emptyBytesAndLists() {
        assertRefused(uri("gpt-4o"), new byte[0], Map.of("Content-Type", "text/plain"), "no prompt");
        assertRefused(uri("gpt-4o"), List.of(), Map.of(), "no prompt", "empty list");
        assertRefused(uri("gpt-4o"), NullNode.instance, Map.of(), "no prompt");
    }

    @Test
    void aRequestWithoutAnyMessage() {
        assertRefused(uri("gpt-4o"), Map.of("messages", List.of()), Map.of(), "no prompt");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "not this" })
    void unlessUserMessageIsTheText(String body) {
        assertThat(sent(uri("gpt-4o", "userMessage=Tell a joke"), body).path("messages"))
                .hasToString("[{\"role\":\"user\",\"content\":\"Tell a joke\"}]");
    }

    @Test
    void anEmptyListIsNoProblemThen() {
        assertThat(sent(uri("gpt-4o", "userMessage=Tell a joke"), List.of()).path("messages"))
                .hasToString("[{\"role\":\"user\",\"content\":\"Tell a joke\"}]");
    }

    @Test
    void anEmptyHeaderIsNoUserMessage() {
        assertThat(sent(uri("gpt-4o"), "hi", Map.of("CamelLlmChatUserMessage", "")).path("messages"))
                .hasToString("[{\"role\":\"user\",\"content\":\"hi\"}]");
    }

    @Test
    void theHeaderGoesBeforeTheOption() {
        JsonNode messages = sent(uri("gpt-4o", "userMessage=Tell a joke"), null, Map.of("CamelLlmChatUserMessage", "Sing"))
                .path("messages");

        assertThat(messages).hasToString("[{\"role\":\"user\",\"content\":\"Sing\"}]");
    }

    @Test
    void aConversationIsContinuedByUserMessage() {
        List<ChatMessage> body = List.of(ChatMessage.user("hi"), ChatMessage.assistant("Yes?"));

        assertThat(sent(uri("gpt-4o", "userMessage=Tell a joke"), body).path("messages")).hasToString(
                "[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"assistant\",\"content\":\"Yes?\"},"
                                                                                                      + "{\"role\":\"user\",\"content\":\"Tell a joke\"}]");
    }

    @Test
    void aBusinessRecordIsNoProblemIfUserMessageIsTheText() {
        assertThat(sent(uri("gpt-4o", "userMessage=Tell a joke"), new Object()).at("/messages/0/content").asText())
                .isEqualTo("Tell a joke");
    }
}
