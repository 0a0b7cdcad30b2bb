package io.github.llmchat.scenario.request;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToolsFromResourcesTest extends OneCallScenario {

    private static final String RESOURCE = "resource:classpath:tools/weather-and-orders.json";

    @Test
    void theOptionNamesOne() {
        JsonNode request = sent(uri("gpt-4o", "tools=" + RESOURCE), "hi");

        assertThat(request.at("/tools/0/function/name").asText()).isEqualTo("get_weather");
        assertThat(request.at("/tools/1/custom/format/grammar/syntax").asText()).isEqualTo("regex");
        assertThat(request.at("/tools/2/web_search/enable")).hasToString("true");
        RequestSchema.assertValid(request);
    }

    @Test
    void theComponentNamesOne() {
        component().getConfiguration().setTools(RESOURCE);

        assertThat(sent(uri("gpt-4o"), "hi").path("tools")).hasSize(3);
    }

    @Test
    void theHeaderReplacesThem() {
        JsonNode request = sent(uri("gpt-4o", "tools=" + RESOURCE), "hi",
                Map.of("CamelLlmChatTools", "[{\"type\":\"function\",\"function\":{\"name\":\"now\"}}]"));

        assertThat(request.path("tools")).hasSize(1);
    }

    @Test
    void theHeaderNamesNone() {
        assertRefused(uri("gpt-4o"), "hi", Map.of("CamelLlmChatTools", RESOURCE), "tools", "header CamelLlmChatTools",
                "a JSON array of objects");
    }

    @Test
    void oneThatIsMissingKeepsTheRouteFromStarting() {
        assertThatThrownBy(() -> request(uri("gpt-4o", "tools=resource:classpath:tools/none.json"), "hi", Map.of()))
                .hasStackTraceContaining("tools=resource:classpath:tools/none.json: the resource can't be read");
    }

    @ParameterizedTest
    @ValueSource(strings = { "resource:classpath:prompts/system.txt", "get_weather", "{}" })
    void whatIsNoArrayOfObjectsIsRefused(String tools) {
        assertDoesNotStart(uri("gpt-4o", "tools=RAW(" + tools + ")"), "tools", "endpoint option",
                "a JSON array of objects");
    }
}
