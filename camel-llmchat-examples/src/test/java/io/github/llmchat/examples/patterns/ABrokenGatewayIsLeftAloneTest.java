package io.github.llmchat.examples.patterns;

import java.time.Duration;
import java.util.Map;

import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ABrokenGatewayIsLeftAloneTest extends PatternScenario {

    ABrokenGatewayIsLeftAloneTest() {
        super("protect");
    }

    @Override
    Map<String, String> properties() {
        return Map.of("protect.wait", "1");
    }

    @Test
    void untilItWorksAgain() throws Exception {
        GATEWAY.alwaysAnswers(Script.error(503, "server_error", null, "Overloaded"));

        await().atMost(Duration.ofSeconds(20)).until(() -> routes.send("Hello?").startsWith("later, by mail (OPEN)"));
        int asked = GATEWAY.requests().size();
        assertThat(asked).isGreaterThanOrEqualTo(4);

        GATEWAY.alwaysAnswers(Script.answer("Here I am"));
        await().atMost(Duration.ofSeconds(20)).until(() -> routes.send("Hello?").equals("Here I am"));
        // calls while the circuit was open reached nobody: the next one that did was answered
        assertThat(GATEWAY.requests()).hasSizeLessThanOrEqualTo(asked + 2);
    }
}
