package io.github.llmchat.scenario.media;

import java.util.List;

import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.scenario.request.OneCallScenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpokenAnswersGoBackByTheirIdTest extends OneCallScenario {

    @Test
    void withoutTheirSound() {
        ChatMessage spoken = ChatMessage.fromJson("{\"role\":\"assistant\",\"content\":null,"
                                                  + "\"audio\":{\"id\":\"audio_1\",\"data\":\"AAAA\",\"transcript\":\"Hi\",\"expires_at\":9}}");

        assertThat(sent(uri("gpt-4o-audio-preview"), List.of(spoken, ChatMessage.user("Again, slower"))).at("/messages/0"))
                .hasToString("{\"role\":\"assistant\",\"content\":null,\"audio\":{\"id\":\"audio_1\"}}");
    }

    @Test
    void soundWithoutAnIdIsLeftAlone() {
        ChatMessage spoken = ChatMessage.fromJson("{\"role\":\"assistant\",\"audio\":{\"data\":\"AAAA\"}}");

        assertThat(sent(uri("m"), List.of(spoken, ChatMessage.user("Again"))).at("/messages/0/audio"))
                .hasToString("{\"data\":\"AAAA\"}");
    }
}
