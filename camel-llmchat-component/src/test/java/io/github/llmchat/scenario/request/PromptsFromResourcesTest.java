package io.github.llmchat.scenario.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PromptsFromResourcesTest extends OneCallScenario {

    private static final String RESOURCE = "resource:classpath:prompts/system.txt";
    private static final String TEXT = "Be brief.\nAnswer in German: \"süß\".\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "systemMessage", "developerMessage", "userMessage" })
    void anOptionMayNameAResource(String option) {
        assertThat(sent(uri("gpt-4o", option + "=" + RESOURCE), "hi").at("/messages/0/content").asText()).isEqualTo(TEXT);
    }

    @Test
    void anOptionMayNameAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("prompt.txt"), TEXT);

        assertThat(sent(uri("gpt-4o", "systemMessage=resource:file:" + file), "hi").at("/messages/0/content").asText())
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CamelLlmChatSystemMessage", "CamelLlmChatDeveloperMessage", "CamelLlmChatUserMessage" })
    void aHeaderNeverDoes(String header) {
        JsonNode request = sent(uri("gpt-4o"), "hi", Map.of(header, RESOURCE));

        assertThat(request.at("/messages/0/content").asText()).isEqualTo(RESOURCE);
    }

    @Test
    void aResourceThatIsMissingStopsTheRouteFromStarting() {
        assertThatThrownBy(() -> request(uri("gpt-4o", "systemMessage=resource:classpath:none.txt"), "hi", Map.of()))
                .hasStackTraceContaining("systemMessage=resource:classpath:none.txt: the resource can't be read");
    }
}
