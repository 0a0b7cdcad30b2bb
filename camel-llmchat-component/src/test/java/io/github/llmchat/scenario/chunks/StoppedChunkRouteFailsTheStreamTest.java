package io.github.llmchat.scenario.chunks;

import java.util.concurrent.CountDownLatch;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StoppedChunkRouteFailsTheStreamTest extends ChunkScenario {

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch aborted = new CountDownLatch(1);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:to-direct").to(model("chunksTo=direct:chunk"));
                from("direct:to-direct-with-options").to(model("chunksTo=direct:chunk?timeout=25000"));
                from("direct:to-seda").to(model("chunksTo=seda:chunk"));
                from("direct:to-nobody").to(model("chunksTo=direct:nobody"));
                from("direct:chunk").routeId("direct").process(chunk -> running.countDown());
                from("seda:chunk").routeId("seda").process(chunk -> running.countDown());
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "direct", "direct-with-options", "seda" })
    void atItsNextChunk(String target) throws Exception {
        gateway.willAnswer(Script.sse().text("a").hold(stopped).text("b").awaitClientClose(aborted));
        RunningCall call = call("direct:to-" + target);
        waitFor(running);

        context.getRouteController().stopRoute(target.replace("-with-options", ""));
        stopped.countDown();

        // direct: would wait longer for a consumer than this test waits for the end
        StreamCancelledException failure = call.failure(StreamCancelledException.class);
        waitFor(aborted);
        assertThat(failure).hasMessageContaining("no route behind chunksTo");
        assertThat(failure.partialCompletion().text()).isEqualTo("ab");
        assertThat(call.ends()).isEqualTo(1);
    }

    @Test
    void thatIsSuspendedToo() throws Exception {
        gateway.willAnswer(Script.sse().text("a").hold(stopped).text("b").awaitClientClose(aborted));
        RunningCall call = call("direct:to-direct");
        waitFor(running);

        context.getRouteController().suspendRoute("direct");
        stopped.countDown();

        call.failure(StreamCancelledException.class);
        waitFor(aborted);
    }

    @Test
    void untilItIsStartedAgain() throws Exception {
        gateway.alwaysAnswers(Script.sse().text("a", "b").finish("stop").done());

        context.getRouteController().stopRoute("direct");
        call("direct:to-direct").failure(StreamCancelledException.class);
        context.getRouteController().startRoute("direct");

        assertThat(call("direct:to-direct").answer()).isEqualTo("ab");
    }

    @Test
    void asDoesARouteThatIsNotThere() {
        gateway.willAnswer(Script.sse().text("a").stall());

        assertThat(call("direct:to-nobody").failure(StreamCancelledException.class)).hasMessageContaining("direct://nobody");
    }
}
