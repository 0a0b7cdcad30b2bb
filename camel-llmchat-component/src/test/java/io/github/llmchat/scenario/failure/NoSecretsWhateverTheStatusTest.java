package io.github.llmchat.scenario.failure;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.WholeScript;
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

/**
 * A gateway that repeats what it got in every place of an error: neither the exception, nor what Camel logs of it, nor
 * the lines about retries have the key, the prompt or the answer.
 */
class NoSecretsWhateverTheStatusTest extends GatewayScenario {

    private static final String ANSWER = "The answer that nobody else is to read";

    private final LogLines ours = new LogLines("io.github.llmchat", Level.INFO);
    private final LogLines camels = new LogLines("org.apache", Level.INFO);

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:ask").to(llmchat("maxRetries=1&retryDelay=1&additionalHeader.X-Title=private-title-1"));
        builder.from("direct:stream").to(llmchat("maxRetries=1&retryDelay=1&streaming=true&output=text"));
    }

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

    static Stream<Integer> statuses() {
        return IntStream.concat(
                IntStream.of(300, 301, 302, 303, 305, 307, 308, 400, 401, 402, 403, 404, 405, 407, 408, 409, 413, 418,
                        422),
                IntStream.of(429, 451, 500, 501, 502, 503, 504, 520, 529, 599)).boxed();
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void isOfAnError(int status) {
        String said = "Bearer " + KEY + " asked: " + PROMPT;
        gateway.alwaysAnswers(withHeaders(Script.error(status < 400 ? 400 : status, KEY, KEY, said), status, said));

        assertHidden("direct:ask");
        assertHidden("direct:stream");
        assertLogged(status == 402 || status == 408 || status == 409 || status == 429 || status >= 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"error\":{\"message\":\"SAID\",\"type\":\"KEY\",\"code\":\"KEY\",\"param\":\"KEY\"}}",
            "{\"error\":\"SAID\",\"code\":\"KEY\"}", "{\"detail\":\"SAID\"}", "SAID", "<html>SAID</html>",
            "{\"error\":{\"message\":{\"a\":\"SAID\"},\"param\":\"PROMPT\"}}" })
    void isOfAnyBody(String body) {
        String repeated
                = body.replace("SAID", "Bearer " + KEY + " asked: " + PROMPT).replace("KEY", KEY).replace("PROMPT", PROMPT);
        for (int status : new int[] { 200, 400, 500 }) {
            gateway.alwaysAnswers(Script.status(status).body("application/json", repeated));
            assertHidden("direct:ask");
            assertHidden("direct:stream");
        }
        assertLogged(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"error\":{\"message\":\"broken\",\"type\":\"KEY\",\"code\":\"KEY\",\"param\":\"KEY\"}}", "{\"choices\":[ANSWER",
            "{\"id\":\"1\",\"choices\":\"ANSWER\"}" })
    void isOfABrokenStream(String event) {
        gateway.alwaysAnswers(Script.sse().text(ANSWER).event(event.replace("KEY", KEY).replace("ANSWER", ANSWER)).cut());

        assertHidden("direct:stream");
        assertLogged(false);
    }

    @Test
    void butIdsAndCodesStay() {
        gateway.willAnswer(Script.error(400, "invalid_request_error", "model_is_overheated_now", "no")
                .header("x-request-id", "order-4711-of-today"));

        Exchange exchange = template.request(llmchat("additionalHeader.X-Request-Id=order-4711-of-today"),
                asking -> asking.getMessage().setBody("What does invalid_request_error, model_is_overheated_now mean?"));

        ChatException failure = exchange.getException(ChatException.class);
        assertThat(failure.code()).isEqualTo("model_is_overheated_now");
        assertThat(failure.type()).isEqualTo("invalid_request_error");
        assertThat(failure.requestId()).isEqualTo("order-4711-of-today");
    }

    private static WholeScript withHeaders(WholeScript script, int status, String said) {
        WholeScript answer = status < 400 ? Script.status(status).body("text/plain", said) : script;
        return answer.header("x-request-id", KEY).header("Location", "https://me:" + KEY + "@elsewhere.invalid/x?key=" + KEY)
                .header("WWW-Authenticate", "Bearer error=\"" + KEY + "\"")
                .header("Proxy-Authenticate", "Basic realm=\"" + KEY + "\"").header("Retry-After-Ms", "1");
    }

    private void assertHidden(String route) {
        Exchange exchange = ask(route);
        ChatException failure = exchange.getException(ChatException.class);
        assertThat(failure).isNotNull();
        assertNowhere(List.of(StackTrace.of(failure), failure.toString(), failure.details().toString()));
        assertNowhere(exchange.getProperties().values().stream().map(String::valueOf).toList());
    }

    private void assertLogged(boolean retries) {
        assertThat(camels.messagesAndTraces()).as("Camel's error handler has logged").isNotEmpty();
        assertNowhere(camels.messagesAndTraces());
        assertNowhere(ours.messagesAndTraces());
        assertThat(ours.messages().stream().filter(line -> line.contains("sending the request again")))
                .hasSize(retries ? 2 : 0);
    }

    private static void assertNowhere(List<String> texts) {
        assertThat(texts.stream().filter(text -> Stream.of(KEY, PROMPT, ANSWER).anyMatch(text::contains))).isEmpty();
    }
}
