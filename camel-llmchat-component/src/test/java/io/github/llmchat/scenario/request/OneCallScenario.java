package io.github.llmchat.scenario.request;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * A message that goes through a route to a scripted gateway, which answers every request with {@code Hello}, streamed
 * if that was asked for. After each test nothing may be left open.
 */
public abstract class OneCallScenario extends CamelTestSupport {

    /** The key of endpoints made by {@link #uri}. */
    protected static final String KEY = "sk-scenario-0123456789";

    /** Records what was sent. */
    @RegisterExtension
    protected final ScriptedGateway gateway = new ScriptedGateway();

    @BeforeEach
    void theGatewayAnswers() {
        // what fails is to fail at once; retries have tests of their own
        component().getConfiguration().setMaxRetries(0);
        gateway.alwaysAnswers(request -> request.json().path("stream").asBoolean()
                ? Script.sse().text("Hel", "lo").finish("stop").usage(10, 5).done()
                : Script.answer("Hello"));
    }

    @AfterEach
    void everythingIsGivenBack() {
        LlmChatComponent component = context.hasComponent("llmchat") == null ? null : component();
        if (component != null) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(component.getOpenStreams()).isZero();
                assertThat(component.getOpenCalls()).isZero();
                assertThat(component.getLeasedConnections()).isZero();
                assertThat(component.getBufferedChunks()).isZero();
            });
        }
    }

    /** {@return the URI of an endpoint at the gateway} */
    protected String uri(String model, String... options) {
        String more = options.length == 0 ? "" : "&" + String.join("&", options);
        return "llmchat:" + model + "?baseUrl=" + gateway.baseUrl() + "&apiKey=" + KEY + more;
    }

    /** Sends a message through a route with this endpoint. */
    protected Exchange request(String uri, Object body, Map<String, ?> headers) {
        String start = "direct:call-" + context.getRoutesSize();
        try {
            RouteBuilder.addRoutes(context, routes -> routes.from(start).to(uri));
        } catch (Exception e) {
            throw new IllegalStateException("The route with " + uri + " does not start", e);
        }
        return template.request(start, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().getHeaders().putAll(headers);
        });
    }

    /** Like {@link #request}; fails unless the call succeeds. */
    protected Exchange call(String uri, Object body, Map<String, ?> headers) {
        Exchange exchange = request(uri, body, headers);
        assertThat(exchange.getException()).as("exception of the call").isNull();
        return exchange;
    }

    /** Like {@link #request}; fails unless the call succeeds. */
    protected Exchange call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    /** Like {@link #call}. {@return the JSON that was sent} */
    protected JsonNode sent(String uri, Object body, Map<String, ?> headers) {
        call(uri, body, headers);
        return onlyRequest().json();
    }

    /** Like {@link #call}. {@return the JSON that was sent} */
    protected JsonNode sent(String uri, Object body) {
        return sent(uri, body, Map.of());
    }

    /** {@return the one request that the gateway got} */
    protected RecordedRequest onlyRequest() {
        assertThat(gateway.requests()).hasSize(1);
        return gateway.requests().get(0);
    }

    /** Fails unless the call is refused, with all these words in the message, and nothing is sent. */
    protected void assertRefused(String uri, Object body, Map<String, ?> headers, String... words) {
        Exchange exchange = request(uri, body, headers);

        assertThat(exchange.getException()).isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll(words);
        assertThat(gateway.requests()).isEmpty();
    }

    /** Fails unless a route with this endpoint does not start, with all these words in the message. */
    protected void assertDoesNotStart(String uri, String... words) {
        assertThatThrownBy(() -> RouteBuilder.addRoutes(context, routes -> routes.from("direct:start").to(uri)))
                .hasMessageContainingAll(words);
    }

    /** {@return the component of the context} */
    protected LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }
}
