package io.github.llmchat.scenario.media;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.scenario.request.OneCallScenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SoundIsAskedForTest extends OneCallScenario {

    @Test
    void byOptions() {
        JsonNode request = sent(uri("gpt-audio", "modalities=text,audio", "audioVoice=alloy", "audioFormat=mp3"), "Say hi");

        String sound = "\"modalities\":[\"text\",\"audio\"],\"audio\":{\"voice\":\"alloy\",\"format\":\"mp3\"}";
        assertThat(request).hasToString(
                "{\"model\":\"gpt-audio\",\"messages\":[{\"role\":\"user\",\"content\":\"Say hi\"}]," + sound + "}");
    }

    @Test
    void byHeaders() {
        JsonNode request = sent(uri("gpt-audio", "modalities=text", "audioVoice=alloy", "audioFormat=mp3"), "Say hi", Map.of(
                "CamelLlmChatModalities", List.of("text", "audio"), "CamelLlmChatAudioVoice", Map.of("id", "voice_1"),
                "CamelLlmChatAudioFormat", "wav"));

        assertThat(request.path("modalities")).hasToString("[\"text\",\"audio\"]");
        assertThat(request.path("audio")).hasToString("{\"voice\":{\"id\":\"voice_1\"},\"format\":\"wav\"}");
    }

    @Test
    void nothingIsSentUnlessSet() {
        assertThat(sent(uri("gpt-audio", "output=message"), "Say hi").has("audio")).isFalse();
    }
}
