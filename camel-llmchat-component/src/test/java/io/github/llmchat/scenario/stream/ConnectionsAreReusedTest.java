package io.github.llmchat.scenario.stream;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that keeps its connections gets no new ones. */
class ConnectionsAreReusedTest extends GatewayScenario {

    private static final int CALLS = 50;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:whole").to(llmchat("streaming=true&output=text"));
        builder.from("direct:chunksTo").to(llmchat("chunksTo=direct:chunk"));
        builder.from("direct:chunk").setProperty("taken", builder.constant(true));
        builder.from("direct:split").to(llmchat("streaming=true")).split(builder.body()).streaming()
                .setProperty("taken", builder.constant(true)).end();
        builder.from("direct:plain").to(llmchat(""));
        builder.from("direct:refused").doTry().to(llmchat("")).doCatch(Exception.class).end();
    }

    @ParameterizedTest
    @ValueSource(strings = { "whole", "chunksTo", "split", "plain", "refused" })
    void callAfterCallOnOneConnection(String route) {
        gateway.alwaysAnswers(request -> route.equals("refused") ? Script.error(400, "t", "c", "no")
                : request.json().path("stream").asBoolean()
                        ? Script.sse().text("a").finish("stop").done()
                : Script.answer("a"));
        for (int i = 0; i < CALLS; i++) {
            assertThat(ask("direct:" + route).getException()).isNull();
        }
        assertThat(gateway.requests()).hasSize(CALLS);
        assertThat(gateway.connectionsAccepted()).isEqualTo(1);
    }
}
