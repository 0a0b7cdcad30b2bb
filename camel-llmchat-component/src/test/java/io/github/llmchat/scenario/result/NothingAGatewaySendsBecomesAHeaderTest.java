package io.github.llmchat.scenario.result;

import java.util.Map;

import io.github.llmchat.scenario.request.OneCallScenario;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NothingAGatewaySendsBecomesAHeaderTest extends OneCallScenario {

    @ParameterizedTest
    @ValueSource(strings = { "output=text", "streaming=true&output=text", "output=stream" })
    void ofTheMessage(String options) {
        gateway.willAnswer(options.startsWith("output=text")
                ? Script.answer("Hello").header("CamelFileName", "/etc/passwd").header("CamelLlmChatModel", "evil")
                        .header("camelhttpuri", "http://evil").header("X-Own", "1").header("Set-Cookie", "a=b")
                : Script.sse().header("CamelFileName", "/etc/passwd").header("CamelLlmChatModel", "evil")
                        .header("camelhttpuri", "http://evil").header("X-Own", "1").header("Set-Cookie", "a=b")
                        .text("Hello").finish("stop").done());

        Exchange exchange = call(uri("gpt-4o", options), "hi", Map.of("orderId", 4711));

        assertThat(exchange.getMessage().getHeaders().keySet())
                .allMatch(name -> name.equals("orderId") || name.startsWith("CamelLlmChat"))
                .doesNotContain("CamelLlmChatModel");
    }

    @Test
    void ofTheNextRequest() {
        gateway.willAnswer(Script.answer("Hello").header("Set-Cookie", "session=4711"));

        call(uri("gpt-4o"), "hi");
        call(uri("gpt-4o"), "hi");

        assertThat(gateway.requests().get(1).headers()).doesNotContainKey("Cookie");
    }
}
