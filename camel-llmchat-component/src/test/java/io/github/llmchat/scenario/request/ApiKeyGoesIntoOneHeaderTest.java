package io.github.llmchat.scenario.request;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiKeyGoesIntoOneHeaderTest extends OneCallScenario {

    @Test
    void asBearerTokenByDefault() {
        call(uri("gpt-4o"), "hi");

        assertThat(onlyRequest().headers().get("Authorization")).containsExactly("Bearer " + KEY);
    }

    @Test
    void asItIsInAnyOtherHeader() {
        call(uri("gpt-4o", "apiKeyHeader=api-key"), "hi");

        assertThat(onlyRequest().headers().get("api-key")).containsExactly(KEY);
        assertThat(onlyRequest().header("Authorization")).isNull();
    }

    @Test
    void theDefaultHeadersNameMayBeWrittenInAnyCase() {
        call(uri("gpt-4o", "apiKeyHeader=authorization"), "hi");

        assertThat(onlyRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void withoutAKeyNothingIsSent() {
        call("llmchat:gpt-4o?baseUrl=" + gateway.baseUrl(), "hi");

        assertThat(onlyRequest().header("Authorization")).isNull();
    }

    @Test
    void charactersThatUrisTreatSpeciallyArriveWithRaw() {
        call("llmchat:gpt-4o?baseUrl=" + gateway.baseUrl() + "&apiKey=RAW(a+b&c%2F=d)", "hi");

        assertThat(onlyRequest().header("Authorization")).isEqualTo("Bearer a+b&c%2F=d");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sk-1234567890%0D%0AX-Evil: 1", "sk-1234567890%0A", "sk-1234567890%E2%80%A8" })
    void aKeyThatNoHeaderCanCarryIsRefusedAndNotShown(String key) {
        String uri = "llmchat:gpt-4o?baseUrl=" + gateway.baseUrl() + "&apiKey=x" + key + "x";

        assertThatThrownBy(() -> request(uri, "hi", Map.of()))
                .hasStackTraceContaining("apiKey: the value holds line breaks")
                .satisfies(e -> assertThat(e.getCause()).hasMessageNotContaining("sk-1234567890"));
    }
}
