package io.github.llmchat.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkSource;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiverKnowsItsCallBeforeTheRequestIsSentTest {

    private static final CallLimits LIMITS = new CallLimits(
            Duration.ofSeconds(20), Duration.ZERO, Duration.ZERO, Duration.ZERO, 1_000_000, 1_000_000);

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();

    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final ChatClient client = new ChatClient(new ConnectionSettings(Duration.ofSeconds(10), null, null), timers);

    @AfterEach
    void close() {
        client.close();
        timers.shutdownNow();
    }

    @Test
    void becauseTheAnswerMayBeFasterThanTheSendingThread() throws Exception {
        gateway.willAnswer(Script.sse().text("a").finish("stop").done());
        Receiver receiver = new Receiver();

        client.call(post(), receiver, policy());

        assertThat(receiver.ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(receiver.thread).isSameAs(Thread.currentThread());
        assertThat(receiver.requestsBefore).isZero();
        assertThat(receiver.connectionsBefore).isZero();
    }

    @Test
    void soThatACallMayBeEndedBeforeItIsSent() throws Exception {
        Receiver receiver = new Receiver() {
            @Override
            public void source(ChunkSource source) {
                source.abort();
            }
        };

        client.call(post(), receiver, policy());

        gateway.willAnswer(Script.answer("to the second"));
        Receiver second = new Receiver();
        client.call(post(), second, policy());
        assertThat(second.ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.requests()).hasSize(1);
        assertThat(receiver.ended.getCount()).as("told nothing").isEqualTo(1);
    }

    private GatewayRequest post() {
        return GatewayRequest.post(
                URI.create(gateway.baseUrl() + "/chat/completions"), Map.of(), "{}".getBytes(StandardCharsets.UTF_8), true,
                LIMITS, 0);
    }

    private CallPolicy policy() {
        return new CallPolicy(
                RetryPolicy.NONE, new Governor(new GovernorLimits(0, 0, 0, 10), Timing.of(timers), Runnable::run));
    }

    private class Receiver implements AnswerReceiver {

        private final CountDownLatch ended = new CountDownLatch(1);
        private Thread thread;
        private int requestsBefore = -1;
        private int connectionsBefore = -1;

        @Override
        public void source(ChunkSource source) {
            thread = Thread.currentThread();
            requestsBefore = gateway.requests().size();
            connectionsBefore = gateway.connectionsAccepted();
        }

        @Override
        public void head(AnswerHead head) {
            // of no interest
        }

        @Override
        public void event(SseEvent event) {
            // of no interest
        }

        @Override
        public void flush() {
            // of no interest
        }

        @Override
        public boolean hasRoom() {
            return true;
        }

        @Override
        public void streamEnd(SseEvent unfinished) {
            ended.countDown();
        }

        @Override
        public void body(byte[] body) {
            ended.countDown();
        }

        @Override
        public void failed(AnswerFailure failure) {
            ended.countDown();
        }
    }
}
