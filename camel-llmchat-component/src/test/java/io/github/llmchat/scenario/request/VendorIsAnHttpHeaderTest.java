package io.github.llmchat.scenario.request;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VendorIsAnHttpHeaderTest extends OneCallScenario {

    @Test
    void theOptionSetsIt() {
        call(uri("gpt-4o", "vendor=auto"), "hi");

        assertThat(onlyRequest().header("vendor")).isEqualTo("auto");
    }

    @Test
    void theHeaderGoesBeforeTheOption() {
        call(uri("gpt-4o", "vendor=auto"), "hi", Map.of("CamelLlmChatVendor", "anthropic"));

        assertThat(onlyRequest().headers().get("vendor")).containsExactly("anthropic");
        assertThat(onlyRequest().json().has("vendor")).isFalse();
    }

    @Test
    void theHeaderIsForOneMessageOnly() {
        String uri = uri("gpt-4o");
        call(uri, "hi", Map.of("CamelLlmChatVendor", "anthropic"));
        call(uri, "hi", Map.of("CamelLlmChatVendor", "my vendor/2"));
        call(uri, "hi");

        assertThat(gateway.requests()).extracting(request -> request.header("vendor"))
                .containsExactly("anthropic", "my vendor/2", null);
    }

    @Test
    void anEmptyHeaderCountsAsNotSet() {
        call(uri("gpt-4o", "vendor=auto"), "hi", Map.of("CamelLlmChatVendor", ""));

        assertThat(onlyRequest().header("vendor")).isEqualTo("auto");
    }

    @Test
    void withoutBothNothingIsSent() {
        call(uri("gpt-4o"), "hi");

        assertThat(onlyRequest().headers()).doesNotContainKey("vendor");
    }
}
