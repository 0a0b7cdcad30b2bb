package io.github.llmchat.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class IdleConnectionsAreClosedTest {

    private static final CallLimits LIMITS = new CallLimits(
            Duration.ofSeconds(20), Duration.ZERO, Duration.ZERO, Duration.ZERO, 1_000_000, 1_000_000);

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final ChatClient client = new ChatClient(new ConnectionSettings(Duration.ofSeconds(10), null, null), timers);
    private volatile boolean answered;

    @AfterEach
    void close() {
        client.close();
        timers.shutdownNow();
    }

    @Test
    void whenTheyHaveNotBeenUsedForLong() {
        gateway.willAnswer(Script.answer("hi"));
        client.call(
                GatewayRequest.get(URI.create(gateway.baseUrl() + "/models"), Map.of(), LIMITS), new Receiver(),
                new CallPolicy(
                        RetryPolicy.NONE, new Governor(new GovernorLimits(0, 0, 0, 10), Timing.of(timers), Runnable::run)));
        await().atMost(LIMITS.readTimeout()).until(() -> answered && client.leasedConnections() == 0);

        client.closeIdle(TimeValue.ofMinutes(1));
        assertThat(gateway.openConnections()).as("used a moment ago").isEqualTo(1);

        await().atMost(LIMITS.readTimeout()).untilAsserted(() -> {
            client.closeIdle(TimeValue.ofMilliseconds(1));
            assertThat(gateway.openConnections()).isZero();
        });
    }

    private final class Receiver implements AnswerReceiver {

        @Override
        public void head(AnswerHead head) {
            // the body counts
        }

        @Override
        public void event(SseEvent event) {
            throw new IllegalStateException("no stream");
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
            throw new IllegalStateException("no stream");
        }

        @Override
        public void body(byte[] body) {
            answered = true;
        }

        @Override
        public void failed(AnswerFailure failure) {
            throw new IllegalStateException(failure.toException(null));
        }
    }
}
