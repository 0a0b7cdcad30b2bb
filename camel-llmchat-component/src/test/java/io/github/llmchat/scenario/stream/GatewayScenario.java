package io.github.llmchat.scenario.stream;

import java.time.Duration;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes against a scripted gateway. After each test whatever the calls held must have been given back. */
public abstract class GatewayScenario extends CamelTestSupport {

    /** Long enough for a busy machine; no test passes by waiting for it. */
    protected static final Duration SOON = Duration.ofSeconds(30);
    protected static final String KEY = "sk-scripted-0123456789abcdef";
    protected static final String PROMPT = "What did Ada say to Charles?";

    @RegisterExtension
    protected final ScriptedGateway gateway = new ScriptedGateway();

    /** The routes of the test; none by default. */
    protected void routes(RouteBuilder builder) {
        // tests that need none send to the endpoint
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routes(this);
            }
        };
    }

    /** The URI of an endpoint that calls the gateway. */
    protected final String llmchat(String options) {
        // what fails is to fail at once; retries have tests of their own
        String retries = options.contains("maxRetries") ? "" : "&maxRetries=0";
        return "llmchat:gpt-4o?baseUrl=" + gateway.baseUrl() + "&apiKey=" + KEY + retries
               + (options.isEmpty() ? "" : "&" + options);
    }

    protected final LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }

    /** Sends the prompt and waits until the exchange is done. */
    protected final Exchange ask(String uri) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(PROMPT));
    }

    @AfterEach
    void everythingIsGivenBack() {
        await().dontCatchUncaughtExceptions().atMost(SOON).untilAsserted(() -> {
            assertThat(component().getOpenStreams()).as("open streams").isZero();
            assertThat(component().getOpenCalls()).as("open calls").isZero();
            assertThat(component().getLeasedConnections()).as("leased connections").isZero();
            assertThat(component().getBufferedChunks()).as("buffered chunks").isZero();
        });
    }
}
