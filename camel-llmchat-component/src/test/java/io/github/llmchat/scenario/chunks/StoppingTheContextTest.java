package io.github.llmchat.scenario.chunks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StoppingTheContextTest extends ChunkScenario {

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch stuckAtEnd = new CountDownLatch(1);
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").process(chunk -> running.countDown());
                from("direct:stuck").to(model("chunksTo=direct:stuck-chunk"));
                from("direct:stuck-chunk").filter(header(LlmChatConstants.CHUNK_LAST)).process(chunk -> {
                    stuckAtEnd.countDown();
                    goOn.await(30, TimeUnit.SECONDS);
                });
            }
        };
    }

    @Test
    void letsAStreamFinishThatEndsInTime() throws Exception {
        gateway.willAnswer(Script.sse().text("a").hold(goOn).text("b").finish("stop").done());
        RunningCall call = call("direct:caller");
        waitFor(running);

        Future<Void> stop = runAsync(context::stop);
        await().atMost(LIMIT).until(context::isStopping);
        goOn.countDown();

        assertThat(call.answer()).isEqualTo("ab");
        assertThat(call.ends()).isEqualTo(1);
        stop.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void cancelsAStreamThatDoesNot() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(aborted));
        stopWithin(100);
        RunningCall call = call("direct:caller");
        waitFor(running);

        context.stop();

        waitFor(aborted);
        assertThatItWasCancelled(call);
        await().atMost(LIMIT).until(() -> gateway.openConnections() == 0);
    }

    @Test
    void cancelsAStreamWhoseClosingChunkIsStuck() throws Exception {
        gateway.willAnswer(Script.sse().text("a").finish("stop").done());
        stopWithin(100);
        RunningCall call = call("direct:stuck");
        waitFor(stuckAtEnd);

        Future<Void> stop = runAsync(context::stop);

        assertThatItWasCancelled(call);
        goOn.countDown();
        stop.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(call.ends()).isEqualTo(1);
    }

    private void stopWithin(int millis) {
        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(millis);
    }

    private static void assertThatItWasCancelled(RunningCall call) {
        StreamCancelledException failure = call.failure(StreamCancelledException.class);
        assertThat(failure).hasMessageContaining("stopped");
        assertThat(failure.partialCompletion().text()).isEqualTo("a");
        assertThat(call.ends()).isEqualTo(1);
    }
}
