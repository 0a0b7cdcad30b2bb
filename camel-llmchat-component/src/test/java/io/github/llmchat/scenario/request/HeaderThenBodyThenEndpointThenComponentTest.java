package io.github.llmchat.scenario.request;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderThenBodyThenEndpointThenComponentTest extends OneCallScenario {

    private static final Map<String, Object> MESSAGE = Map.of("role", "user", "content", "hi");
    private static final Map<String, Object> WITHOUT = Map.of("messages", List.of(MESSAGE));
    private static final Map<String, Object> WITH = Map.of("messages", List.of(MESSAGE), "temperature", 0.3);

    @BeforeEach
    void theComponentHasATemperature() {
        component().getConfiguration().setTemperature(0.1);
    }

    @Test
    void theComponentsValueCountsIfThereIsNoOther() {
        assertThat(sent(uri("gpt-4o"), WITHOUT).path("temperature")).hasToString("0.1");
    }

    @Test
    void theEndpointsValueGoesBeforeTheComponents() {
        assertThat(sent(uri("gpt-4o", "temperature=0.2"), WITHOUT).path("temperature")).hasToString("0.2");
    }

    @Test
    void theBodysOwnValueGoesBeforeTheEndpoints() {
        assertThat(sent(uri("gpt-4o", "temperature=0.2"), WITH).path("temperature")).hasToString("0.3");
    }

    @Test
    void theHeaderGoesBeforeAll() {
        assertThat(sent(uri("gpt-4o", "temperature=0.2"), WITH, Map.of("CamelLlmChatTemperature", 0.4)).path("temperature"))
                .hasToString("0.4");
    }

    @Test
    void thePathsModelGoesBeforeTheBodys() {
        Map<String, Object> body = Map.of("messages", List.of(MESSAGE), "model", "from-body");

        assertThat(sent(uri("from-path"), body).path("model").asText()).isEqualTo("from-path");
    }

    @Test
    void theHeadersModelGoesBeforeThePaths() {
        assertThat(sent(uri("from-path"), "hi", Map.of("CamelLlmChatModel", "from-header")).path("model").asText())
                .isEqualTo("from-header");
    }

    @Test
    void additionalFieldsFollowTheSameOrder() {
        String uri = uri("gpt-4o", "additionalBody=RAW({\"b\":2,\"c\":2,\"d\":2})", "additionalBodyProperty.a=1",
                "additionalBodyProperty.b=1");

        JsonNode request = sent(uri, "hi", Map.of("CamelLlmChatAdditionalBody", "{\"c\":3}"));

        assertThat(List.of(request.path("a"), request.path("b"), request.path("c"), request.path("d")))
                .hasToString("[1, 2, 3, 2]");
    }

    @Test
    void theBodysOwnFieldGoesBeforeAnAdditionalOneOfTheEndpoint() {
        Map<String, Object> body = Map.of("messages", List.of(MESSAGE), "top_k", 40);

        assertThat(sent(uri("gpt-4o", "additionalBodyProperty.top_k=20"), body).path("top_k")).hasToString("40");
    }

    @Test
    void theHeadersAdditionalFieldGoesBeforeTheBodysOwn() {
        Map<String, Object> body = Map.of("messages", List.of(MESSAGE), "top_k", 40);

        assertThat(sent(uri("gpt-4o"), body, Map.of("CamelLlmChatAdditionalBody", Map.of("top_k", 60))).path("top_k"))
                .hasToString("60");
    }

    @Test
    void aFieldsOwnHeaderGoesBeforeAnAdditionalOneOfTheEndpoint() {
        String uri = uri("gpt-4o", "additionalBodyProperty.temperature=0.2");

        assertThat(sent(uri, "hi", Map.of("CamelLlmChatTemperature", 0.4)).path("temperature")).hasToString("0.4");
    }
}
