package io.github.llmchat.scenario.chunks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StoppingTheCallersRouteCancelsItsStreamsTest extends ChunkScenario {

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch otherRunning = new CountDownLatch(1);
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:caller").routeId("caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").process(chunk -> running.countDown());
                from("direct:other").to(model("chunksTo=direct:other-chunk"));
                from("direct:other-chunk").process(chunk -> otherRunning.countDown());
            }
        };
    }

    @Test
    void whenTheirTimeIsUpAndNoOthers() throws Exception {
        gateway.willAnswer(
                Script.sse().text("a").awaitClientClose(aborted),
                Script.sse().text("b").hold(goOn).finish("stop").done());
        RunningCall call = call("direct:caller");
        waitFor(running);
        RunningCall other = call("direct:other");
        waitFor(otherRunning);

        context.getRouteController().stopRoute("caller", 100, TimeUnit.MILLISECONDS);

        waitFor(aborted);
        StreamCancelledException failure = call.failure(StreamCancelledException.class);
        assertThat(failure).hasMessageContaining("stopped");
        assertThat(failure.partialCompletion().text()).isEqualTo("a");
        assertThat(call.ends()).isEqualTo(1);
        assertThat(other.hasEnded()).isFalse();
        assertThat(component().getOpenStreams()).isEqualTo(1);
        goOn.countDown();
        assertThat(other.answer()).isEqualTo("b");
    }

    @Test
    void alsoBeforeAnythingHasComeFromTheGateway() throws Exception {
        gateway.willAnswer(Script.stallBeforeHeaders());
        RunningCall call = call("direct:caller");
        gateway.awaitRequests(1, LIMIT);

        context.getRouteController().stopRoute("caller", 100, TimeUnit.MILLISECONDS);

        gateway.awaitClientAborts(1, LIMIT);
        assertThat(call.failure(StreamCancelledException.class).partialCompletion()).isNull();
        assertThat(call.ends()).isEqualTo(1);
    }

    @Test
    void andTheRouteCanBeStartedAgain() throws Exception {
        gateway.willAnswer(Script.sse().text("a").stall(), Script.sse().text("a", "b").finish("stop").done());
        RunningCall call = call("direct:caller");
        waitFor(running);

        context.getRouteController().stopRoute("caller", 100, TimeUnit.MILLISECONDS);
        call.failure(StreamCancelledException.class);
        context.getRouteController().startRoute("caller");

        assertThat(call("direct:caller").answer()).isEqualTo("ab");
    }
}
