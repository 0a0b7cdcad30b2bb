package io.github.llmchat.scenario.result;

import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class YamlRoutesThatHandleFailuresTest extends YamlScenario {

    YamlRoutesThatHandleFailuresTest() {
        super("failures.yaml");
    }

    @Test
    void byTheNameOfTheException() {
        GATEWAY.willAnswer(Script.error(429, "requests", "rate_limit", "slow down").header("Retry-After", "7"));

        assertThat(template.requestBody("direct:plain", "hi", String.class))
                .isEqualTo("later: The gateway answered 429: slow down (429, 7 s)");
    }

    @Test
    void byTheNameOfASuperclass() {
        GATEWAY.willAnswer(Script.sse().text("Half", " a").cut());

        assertThat(template.requestBody("direct:stream", "hi", String.class)).isEqualTo("broken: Half a");
    }

    @Test
    void alsoOfBadInput() {
        assertThat(template.requestBody("direct:plain", " ", String.class)).startsWith("failed: There is no prompt");
    }
}
