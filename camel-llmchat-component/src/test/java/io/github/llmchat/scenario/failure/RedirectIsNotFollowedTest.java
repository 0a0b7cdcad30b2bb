package io.github.llmchat.scenario.failure;

import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The key goes nowhere but to the base URL; where the gateway wants to be called stands in the failure. */
class RedirectIsNotFollowedTest extends GatewayScenario {

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 303, 307, 308 })
    void theKeyStays(int status) {
        try (ScriptedGateway elsewhere = new ScriptedGateway().start()) {
            elsewhere.alwaysAnswers(Script.answer("stolen"));
            gateway.willAnswer(Script.status(status).header("Location", elsewhere.baseUrl() + "/chat?token=secret-1#x"));
            BadRequestException failure = ask(llmchat("")).getException(BadRequestException.class);
            assertThat(failure.httpStatus()).isEqualTo(status);
            assertThat(failure).hasMessageContaining(elsewhere.baseUrl() + "/chat").hasMessageContaining("baseUrl")
                    .hasMessageNotContaining("secret-1");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v2/chat", "", "::not a uri::", "//other/path" })
    void anyLocationWillDo(String location) {
        gateway.willAnswer(Script.status(301).header("Location", location));
        assertThat(ask(llmchat("streaming=true")).getException()).isInstanceOf(BadRequestException.class)
                .hasMessageContaining("redirect");
    }

    @Test
    void aRedirectWithoutLocationIsAFailureToo() {
        gateway.willAnswer(Script.status(302));
        assertThat(ask(llmchat("")).getException()).isInstanceOf(BadRequestException.class).hasMessageContaining("302");
    }
}
