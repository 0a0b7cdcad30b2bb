package io.github.llmchat.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** 2,000 requests at once against a gateway that allows 600 in any minute, in simulated time. */
class RateIsUsedAndKeptTest {

    private static final int REQUESTS = 2_000;
    private static final int PER_MINUTE = 600;
    private static final int RETRIES = 2;
    private static final Duration FIRST_SECOND = Duration.ofSeconds(1);

    private final SimulatedTime time = new SimulatedTime();
    private int answered;
    private int failed;
    private Duration end;

    @Test
    void withTheLimitAsAnOption() {
        SimulatedGateway gateway = new SimulatedGateway(time, PER_MINUTE, false);

        sendAll(gateway, new GovernorLimits(0, PER_MINUTE, 0, REQUESTS));

        assertNothingIsLostAndLittleRefused(gateway);
    }

    @Test
    void withoutTheOptionByWhatTheAnswersSayOfTheRest() {
        SimulatedGateway gateway = new SimulatedGateway(time, PER_MINUTE, true);

        sendAll(gateway, new GovernorLimits(0, 0, 0, REQUESTS));

        assertNothingIsLostAndLittleRefused(gateway);
    }

    @Test
    void withoutTheOptionByTheRefusalsAlone() {
        SimulatedGateway gateway = new SimulatedGateway(time, PER_MINUTE, false);

        sendAll(gateway, new GovernorLimits(0, 0, 0, REQUESTS));

        assertNothingIsLostAndLittleRefused(gateway);
    }

    private void assertNothingIsLostAndLittleRefused(SimulatedGateway gateway) {
        assertThat(failed).isZero();
        assertThat(answered).isEqualTo(REQUESTS);
        assertThat(gateway.refusedAfter(FIRST_SECOND)).isLessThanOrEqualTo(REQUESTS / 100);
        assertThat(usedShare()).isGreaterThanOrEqualTo(0.95);
    }

    /** Of the rate that is allowed, until the last answer. */
    private double usedShare() {
        return REQUESTS / (PER_MINUTE * (end.toMillis() / 60_000.0));
    }

    private void sendAll(SimulatedGateway gateway, GovernorLimits limits) {
        RetryPolicy retry = new RetryPolicy(RETRIES, Duration.ofMillis(500), Duration.ofMinutes(1), () -> 0.5);
        CallPolicy policy = new CallPolicy(retry, new Governor(limits, time, Runnable::run));
        CallLimits none = new CallLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 1);
        for (int i = 0; i < REQUESTS; i++) {
            GatewayRequest request
                    = GatewayRequest.post(URI.create("http://gateway/v1"), Map.of(), new byte[] { 1 }, false, none, 0);
            new GatewayCall(request, new Receiver(), policy, time, gateway).start();
        }
        time.run(Duration.ofHours(1));
        assertThat(policy.governor().waiting()).isZero();
        assertThat(policy.governor().running()).isZero();
    }

    private final class Receiver implements AnswerReceiver {

        @Override
        public void head(AnswerHead head) {
            // the body counts
        }

        @Override
        public void event(SseEvent event) {
            throw new IllegalStateException();
        }

        @Override
        public void flush() {
            // no events
        }

        @Override
        public boolean hasRoom() {
            return true;
        }

        @Override
        public void streamEnd(SseEvent unfinished) {
            throw new IllegalStateException();
        }

        @Override
        public void body(byte[] body) {
            answered++;
            end = time.elapsed();
        }

        @Override
        public void failed(AnswerFailure failure) {
            failed++;
            end = time.elapsed();
        }
    }
}
