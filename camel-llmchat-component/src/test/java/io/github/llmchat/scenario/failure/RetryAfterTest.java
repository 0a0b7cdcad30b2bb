package io.github.llmchat.scenario.failure;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.WholeScript;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When the gateway wants to be asked again, in all the forms in which gateways say so. */
class RetryAfterTest extends GatewayScenario {

    private static final WholeScript TOO_MANY = Script.error(429, "t", "rate_limit_exceeded", "Slow down");

    @ParameterizedTest
    @CsvSource({ "Retry-After, 20, 20000", "retry-after, 1.5, 1500", "Retry-After-Ms, 1500, 1500" })
    void aNumber(String header, String value, long millis) {
        gateway.willAnswer(TOO_MANY.header(header, value));
        assertRetryAfter(ask(llmchat("")), millis);
    }

    @Test
    void millisecondsAreMoreExactThanSeconds() {
        gateway.willAnswer(TOO_MANY.header("Retry-After", "2").header("retry-after-ms", "1234"));
        assertRetryAfter(ask(llmchat("")), 1_234);
    }

    @ParameterizedTest
    @ValueSource(strings = { "streaming=false", "streaming=true" })
    void aDate(String options) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
        gateway.willAnswer(TOO_MANY.header("Retry-After", date));
        Exchange exchange = ask(llmchat(options));
        Duration retryAfter = exchange.getException(RateLimitException.class).retryAfter();
        assertThat(retryAfter).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(exchange.getProperty(LlmChatConstants.RETRY_AFTER_MILLIS)).isEqualTo(retryAfter.toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1", "NaN", "soon", "Fri, 31 Dec 1999 23:59:59 GMT", "1e9", "99999999999999999999" })
    void nonsenseIsIgnored(String value) {
        gateway.willAnswer(TOO_MANY.header("Retry-After", value));
        Exchange exchange = ask(llmchat(""));
        assertThat(exchange.getException(RateLimitException.class).retryAfter()).isNull();
        assertThat(exchange.getProperty(LlmChatConstants.RETRY_AFTER_MILLIS)).isNull();
    }

    private static void assertRetryAfter(Exchange exchange, long millis) {
        RateLimitException failure = exchange.getException(RateLimitException.class);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMillis(millis));
        assertThat(exchange.getProperty(LlmChatConstants.RETRY_AFTER_MILLIS)).isEqualTo(millis);
    }
}
