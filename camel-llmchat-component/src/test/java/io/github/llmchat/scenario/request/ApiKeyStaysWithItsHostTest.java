package io.github.llmchat.scenario.request;

import java.util.Map;

import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ApiKeyStaysWithItsHostTest extends OneCallScenario {

    @RegisterExtension
    final ScriptedGateway other = new ScriptedGateway();

    @BeforeEach
    void theKeyIsTheComponents() {
        other.alwaysAnswers(Script.answer("Hello"));
        component().getConfiguration().setBaseUrl(gateway.baseUrl());
        component().getConfiguration().setApiKey(KEY);
    }

    @Test
    void anEndpointWithoutABaseUrlInheritsIt() {
        call("llmchat:gpt-4o", "hi");

        assertThat(onlyRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void anEndpointAtAnotherPathOfTheHostInheritsIt() {
        call("llmchat:gpt-4o?baseUrl=http://127.0.0.1:" + gateway.port() + "/other/v2", "hi");

        assertThat(onlyRequest().path()).isEqualTo("/other/v2/chat/completions");
        assertThat(onlyRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void anEndpointAtAnotherPortDoesNot() {
        call("llmchat:gpt-4o?baseUrl=" + other.baseUrl(), "hi");

        assertThat(other.requests()).hasSize(1);
        assertThat(other.requests().get(0).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void anEndpointWithAnotherNameOfTheHostDoesNot() {
        call("llmchat:gpt-4o?baseUrl=http://localhost:" + gateway.port() + "/v1", "hi");

        assertThat(onlyRequest().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void anEndpointWithAKeyOfItsOwnSendsThatOne() {
        call("llmchat:gpt-4o?apiKey=sk-own-12345678&baseUrl=" + other.baseUrl(), "hi");

        assertThat(other.requests().get(0).header("Authorization")).isEqualTo("Bearer sk-own-12345678");
    }

    @Test
    void theHeaderOfTheMessageCannotMoveTheCall() {
        call("llmchat:gpt-4o", "hi", Map.of("CamelLlmChatBaseUrl", other.baseUrl(), "CamelHttpUri", other.baseUrl(),
                "CamelLlmChatApiKey", "sk-evil-12345678"));

        assertThat(onlyRequest().header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(other.requests()).isEmpty();
    }
}
