package io.github.llmchat.scenario.request;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BaseUrlFormsTest extends OneCallScenario {

    @ParameterizedTest
    @CsvSource({
            "'', /v1/chat/completions", "/, /v1/chat/completions", "/v1, /v1/chat/completions", "/v1/, /v1/chat/completions",
            "/v1//, /v1/chat/completions", "/api/v3, /api/v3/chat/completions", "/openai/, /openai/chat/completions",
            "/a%20b/v1, /a%20b/v1/chat/completions" })
    void aUrlWithoutAPathGetsV1AndOneWithAPathIsUsedAsItIs(String path, String target) {
        call("llmchat:gpt-4o?baseUrl=RAW(http://127.0.0.1:" + gateway.port() + path + ")", "hi");

        assertThat(onlyRequest().path()).isEqualTo(target);
    }

    @Test
    void aQueryStays() {
        call("llmchat:gpt-4o?baseUrl=RAW(" + gateway.baseUrl() + "?api-version=2025-01-01&a=b)", "hi");

        assertThat(onlyRequest().path()).isEqualTo("/v1/chat/completions?api-version=2025-01-01&a=b");
    }

    @Test
    void aUserOrPasswordIsRefusedAndNotShown() {
        assertThatThrownBy(() -> request("llmchat:gpt-4o?baseUrl=http://me:secret-4711@127.0.0.1/v1", "hi", Map.of()))
                .hasStackTraceContaining("baseUrl must not hold a user or password: use apiKey")
                .satisfies(e -> assertThat(e.getCause()).hasMessageNotContaining("secret-4711"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1:8080/v1", "api.example.com", "ftp://127.0.0.1/v1", "http:///v1", "/v1" })
    void whatIsNoHttpUrlIsRefused(String baseUrl) {
        assertThatThrownBy(() -> request("llmchat:gpt-4o?baseUrl=" + baseUrl, "hi", Map.of()))
                .hasStackTraceContaining("baseUrl");
        assertThat(gateway.requests()).isEmpty();
    }
}
