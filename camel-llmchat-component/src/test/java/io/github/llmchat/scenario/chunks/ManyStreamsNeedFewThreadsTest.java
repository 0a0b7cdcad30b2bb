package io.github.llmchat.scenario.chunks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyStreamsNeedFewThreadsTest extends ChunkScenario {

    private static final int STREAMS = 500;

    private final CountDownLatch first = new CountDownLatch(STREAMS);
    private final CountDownLatch second = new CountDownLatch(STREAMS);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").process(chunk -> {
                    switch (chunk.getMessage().getBody(String.class)) {
                        case "first " -> first.countDown();
                        case "second " -> second.countDown();
                        default -> {
                            // nothing to wait for
                        }
                    }
                });
            }
        };
    }

    @Test
    void fiveHundredSlowOnesFewerThanForty() throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int before = threads.getThreadCount();
        threads.resetPeakThreadCount();
        // no stream gets its second chunk before each has processed its first
        gateway.alwaysAnswers(Script.sse().text("first ").hold(first).text("second ").hold(second).hold(goOn)
                .text("third").finish("stop").done());

        List<RunningCall> calls = IntStream.range(0, STREAMS).mapToObj(i -> call("direct:caller")).toList();
        waitFor(second);
        assertThat(component().getOpenStreams()).isEqualTo(STREAMS);
        goOn.countDown();

        assertThat(calls).extracting(RunningCall::answer).containsOnly("first second third");
        assertThat(gateway.connectionsAccepted()).isEqualTo(STREAMS);
        assertThat(threads.getPeakThreadCount() - before - STREAMS).as("threads beside the gateway's").isLessThan(40);
    }
}
