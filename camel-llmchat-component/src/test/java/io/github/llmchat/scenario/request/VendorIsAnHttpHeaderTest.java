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
