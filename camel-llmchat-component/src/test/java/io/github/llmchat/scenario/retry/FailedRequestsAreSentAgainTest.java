package io.github.llmchat.scenario.retry;

import java.util.stream.Stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FailedRequestsAreSentAgainTest extends GatewayScenario {

    private static final String QUICKLY = "maxRetries=2&retryDelay=1";
    private static final String STREAMED = QUICKLY + "&streaming=true&output=text";

    static Stream<Script> passing() {
        return Stream.of(
                Script.status(408), Script.status(409), Script.error(429, "requests", "rate_limit", "slow down"),
                Script.status(500), Script.status(503).header("Retry-After", "0.001"), Script.status(529),
                Script.status(400).header("x-should-retry", "true"), Script.closeBeforeHeaders(), Script.resetBeforeHeaders(),
                Script.answer("never complete").cutAfter(30));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void untilTheyAreAnswered(Script failure) {
        gateway.willAnswer(failure, failure, Script.answer("at last"));

        assertThat(ask(llmchat(QUICKLY)).getMessage().getBody()).isEqualTo("at last");

        assertThat(gateway.requests()).hasSize(3);
        assertThat(gateway.requests()).extracting(RecordedRequest::body).containsOnly(gateway.requests().get(0).body());
    }

    @Test
    void alsoWhenTheyAreStreamedAndNoChunkHasCome() {
        gateway.willAnswer(
                Script.status(500), Script.sse().comment("keep-alive").cut(), Script.sse().text("at ", "last").done());

        assertThat(ask(llmchat(STREAMED)).getMessage().getBody()).isEqualTo("at last");
        assertThat(gateway.requests()).hasSize(3);
    }

    @Test
    void butNeverAfterTheFirstChunk() {
        gateway.willAnswer(Script.sse().text("half").cut());

        assertThat(ask(llmchat(STREAMED)).getException()).isInstanceOf(StreamTruncatedException.class);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void theLastFailureIsThatOfTheCall() {
        gateway.willAnswer(Script.status(500), Script.status(502), Script.error(503, "busy", null, "still busy"));

        Exchange exchange = ask(llmchat(QUICKLY));

        assertThat(exchange.getException()).isInstanceOf(ServerException.class).hasMessageContaining("503: still busy");
        assertThat(gateway.requests()).hasSize(3);
    }

    static Stream<Script> failuresThatStay() {
        return Stream.of(
                Script.status(400), Script.status(401), Script.status(403), Script.status(404), Script.status(422),
                Script.status(500).header("x-should-retry", "false"),
                Script.error(429, "insufficient_quota", "insufficient_quota", "no money"),
                Script.json("{\"error\":{\"message\":\"in disguise\"}}"));
    }

    @ParameterizedTest
    @MethodSource("failuresThatStay")
    void whatDoesNotGoAwayFailsAtOnce(Script failure) {
        gateway.willAnswer(failure);

        assertThat(ask(llmchat(QUICKLY)).getException()).isInstanceOf(ChatException.class);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void noMoneyIsNotWaitedFor() {
        gateway.willAnswer(
                Script.error(429, "insufficient_quota", "insufficient_quota", "no money").header("Retry-After", "0.01"));

        assertThat(ask(llmchat(QUICKLY)).getException()).isInstanceOf(QuotaException.class);
        assertThat(gateway.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "maxRetries=2", "maxRetries=2&maxRetryDelay=5000" })
    void aPauseThatIsTooLongIsNotWaitedFor(String options) {
        gateway.willAnswer(Script.status(429).header("Retry-After", "3600"));

        Exchange exchange = ask(llmchat(options));

        assertThat(exchange.getException()).isInstanceOfSatisfying(
                RateLimitException.class, e -> assertThat(e.retryAfter()).hasSeconds(3600));
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void withCamelsRedeliveryTheNumbersMultiply() throws Exception {
        gateway.alwaysAnswers(Script.status(503));
        RouteBuilder.addRoutes(context, routes -> routes.from("direct:redelivers")
                .errorHandler(routes.defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1))
                .to(llmchat(QUICKLY)));

        assertThat(ask("direct:redelivers").getException()).isInstanceOf(ServerException.class);

        assertThat(gateway.requests()).hasSize(3 * 3);
    }

    @Test
    void withoutRetriesTheFirstFailureCounts() {
        gateway.willAnswer(Script.status(503));

        assertThat(ask(llmchat("maxRetries=0")).getException()).isInstanceOf(ServerException.class);
        assertThat(gateway.requests()).hasSize(1);
    }
}
