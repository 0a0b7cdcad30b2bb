package io.github.llmchat.http;

import java.net.ConnectException;
import java.time.Duration;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.BadRequestException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.LimitException;
import io.github.llmchat.error.QuotaException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private static final ErrorDetails NOTHING = ErrorDetails.NONE;

    private final RetryPolicy policy = policy(0);

    static Stream<ChatException> whatMayGoAway() {
        return Stream.of(
                new RateLimitException("m", status(429), null), new ServerException("m", status(408), null),
                new ServerException("m", status(409), null), new ServerException("m", status(500), null),
                new ServerException("m", status(529), null),
                new ConnectionException("m", NOTHING, new ConnectException("refused")),
                ChatTimeoutException.of(ChatTimeoutException.Timeout.CONNECT, Duration.ofSeconds(1), NOTHING, null),
                new QuotaException("m", status(402).withRetryAfter(Duration.ofSeconds(1)), null),
                new BadRequestException("m", status(400).withShouldRetry(true), null));
    }

    @ParameterizedTest
    @MethodSource("whatMayGoAway")
    void isTriedAgain(ChatException failure) {
        assertThat(policy.next(0, failure)).isNotNull();
        assertThat(policy.next(1, failure)).isNotNull();
        assertThat(policy.next(2, failure)).as("no third time").isNull();
    }

    static Stream<ChatException> whatStays() {
        return Stream.of(
                new BadRequestException("m", status(400), null), new AuthenticationException("m", status(401), null),
                new QuotaException("m", status(429), null), new QuotaException("m", status(402), null),
                new ServerException("m", status(200), null),
                new LimitException("m", NOTHING, "maxResponseSize", 1, null, null),
                new ConnectionException("m", NOTHING, new SSLHandshakeException("untrusted")),
                ChatTimeoutException.of(ChatTimeoutException.Timeout.READ, Duration.ofSeconds(1), NOTHING, null),
                ChatTimeoutException.of(ChatTimeoutException.Timeout.REQUEST, Duration.ofSeconds(1), NOTHING, null),
                new ServerException("m", status(500).withShouldRetry(false), null));
    }

    @ParameterizedTest
    @MethodSource("whatStays")
    void isNotTriedAgain(ChatException failure) {
        assertThat(policy.next(0, failure)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "0, 500", "1, 1000", "2, 2000", "6, 32000", "7, 60000", "100, 60000" })
    void theWaitDoublesUpToTheLongest(int before, long millis) {
        assertThat(policy.backoff(before)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void theWaitIsShorterByUpToAQuarter() {
        assertThat(policy(1).backoff(0)).isEqualTo(Duration.ofMillis(375));
        assertThat(policy(0.5).backoff(1)).isEqualTo(Duration.ofMillis(875));
    }

    @Test
    void whatTheGatewayAsksForIsWaited() {
        ChatException failure
                = new RateLimitException("m", status(429).withRetryAfter(Duration.ofMillis(12_345)), null);

        assertThat(policy.next(0, failure)).isEqualTo(Duration.ofMillis(12_345));
        assertThat(policy.next(1, failure)).isEqualTo(Duration.ofMillis(12_345));
    }

    @Test
    void whoAsksForMoreThanTheLongestWaitIsNotAskedAgain() {
        ChatException failure = new RateLimitException("m", status(429).withRetryAfter(Duration.ofSeconds(61)), null);

        assertThat(policy.next(0, failure)).isNull();
    }

    private static RetryPolicy policy(double random) {
        return new RetryPolicy(2, Duration.ofMillis(500), Duration.ofMinutes(1), () -> random);
    }

    private static ErrorDetails status(int status) {
        return NOTHING.withHttpStatus(status);
    }
}
