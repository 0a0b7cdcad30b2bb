package io.github.llmchat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class LlmChatConfigurationTest {

    @Test
    void aCopyHasTheSameOptions() {
        LlmChatConfiguration original = new LlmChatConfiguration();
        original.setBaseUrl("http://localhost:1");
        original.setTemperature(0.5);
        original.setUser("u");
        original.setOutput(LlmChatOutput.json);
        original.getAdditionalHeader().put("X-A", "1");
        original.getAdditionalBodyProperty().put("top_k", 40);

        assertThat(original.copy()).usingRecursiveComparison().isEqualTo(original);
    }

    @Test
    void aChangeOfACopyLeavesTheOriginalAlone() {
        LlmChatConfiguration original = new LlmChatConfiguration();
        original.setTemperature(0.5);
        original.getAdditionalHeader().put("X-A", "1");
        original.getAdditionalBodyProperty().put("top_k", 40);

        LlmChatConfiguration copy = original.copy();
        copy.setTemperature(1.0);
        copy.getAdditionalHeader().put("X-A", "2");
        copy.getAdditionalBodyProperty().clear();

        assertThat(original.getTemperature()).isEqualTo(0.5);
        assertThat(original.getAdditionalHeader()).containsExactly(entry("X-A", "1"));
        assertThat(original.getAdditionalBodyProperty()).containsExactly(entry("top_k", 40));
    }
}
