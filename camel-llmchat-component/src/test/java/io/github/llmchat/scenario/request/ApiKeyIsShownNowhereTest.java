package io.github.llmchat.scenario.request;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatEndpoint;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiKeyIsShownNowhereTest extends OneCallScenario {

    private final LogLines ours = new LogLines("io.github.llmchat", Level.ALL);
    private final LogLines camels = new LogLines("org.apache.camel", Level.DEBUG);

    @BeforeEach
    void listen() {
        ours.start();
        camels.start();
    }

    @AfterEach
    void stopListening() {
        ours.stop();
        camels.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = { "temperature=1", "streaming=true&output=text", "apiKeyHeader=api-key" })
    void inALogLineOfACall(String options) {
        call(uri("gpt-4o", options), "hi");

        assertThat(camels.messagesAndTraces()).isNotEmpty();
        assertNowhere(camels.messagesAndTraces());
        assertNowhere(ours.messagesAndTraces());
    }

    @Test
    void inAnEndpoint() {
        call(uri("gpt-4o"), "hi");

        LlmChatEndpoint endpoint = (LlmChatEndpoint) context.getEndpoints().stream()
                .filter(LlmChatEndpoint.class::isInstance).findFirst().orElseThrow();
        assertNowhere(List.of(endpoint.toString(), endpoint.getConfiguration().toString(), endpoint.getComponent().toString()));
        assertThat(endpoint).hasToString("llmchat://gpt-4o?apiKey=xxxxxx&baseUrl=" + gateway.baseUrl().replace("/", "%2F")
                .replace(":", "%3A"));
    }

    static Stream<Script> failures() {
        return Stream.of(
                Script.error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided: " + KEY + "."),
                Script.status(500).body("text/plain", "Authorization: Bearer " + KEY),
                Script.status(200).body("text/html", "<p>Bearer " + KEY + "</p>"),
                Script.json("{\"error\":{\"message\":\"bad key " + KEY + "\"}}"),
                Script.status(302).header("Location", "http://me:" + KEY + "@127.0.0.1/?key=" + KEY),
                Script.closeBeforeHeaders());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void inTheExceptionOfACall(Script script) {
        gateway.alwaysAnswers(script);

        Exchange exchange = request(uri("gpt-4o"), "hi", Map.of());

        assertThat(exchange.getException()).isNotNull();
        assertNowhere(List.of(trace(exchange.getException())));
        assertNowhere(ours.messagesAndTraces());
    }

    @Test
    void inTheExceptionOfAStream() {
        gateway.alwaysAnswers(Script.sse().text("Hello").event("{\"error\":{\"message\":\"bad key " + KEY + "\"}}"));

        Exchange exchange = request(uri("gpt-4o", "streaming=true", "output=text"), "hi", Map.of());

        assertThat(exchange.getException()).isNotNull();
        assertNowhere(List.of(trace(exchange.getException())));
    }

    @Test
    void inTheExceptionOfAnEndpointThatDoesNotStart() {
        assertThatThrownBy(() -> start(uri("gpt-4o", "maxEventSize=0")))
                .satisfies(e -> assertNowhere(List.of(trace(e))));
        assertThatThrownBy(() -> start(uri("gpt-4o", "nonsense=0")))
                .satisfies(e -> assertNowhere(List.of(trace(e))));
    }

    private void start(String uri) throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:start").to(uri));
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void assertNowhere(List<String> texts) {
        assertThat(texts.stream().filter(text -> text.contains(KEY) || text.contains("0123456789"))).isEmpty();
    }
}
