package io.github.llmchat.scenario.toolroute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

class ToolsThatTakeTooLongTest extends ToolScenario {

    private final StepsOnDemand steps = new StepsOnDemand();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:hangs?timeout=200").process(steps).process(exchange -> {
                    exchange.getMessage().setBody(new ByteArrayInputStream(new byte[1]) {
                        @Override
                        public void close() throws IOException {
                            closed.countDown();
                            super.close();
                        }
                    });
                });
                from("llmchat-tool:blocks?timeout=200").process(exchange -> waitFor(closed)).setBody(constant("ok"));
                from("llmchat-tool:one?timeout=2s&maxConcurrency=1").process(steps).setBody(constant("ok"));
                from("llmchat-tool:patient?timeout=0").process(steps).setBody(constant("ok"));
            }
        };
    }

    @Test
    void areNotWaitedFor() {
        RunningToolCall running = begin("hangs", "{}");
        ToolResult result = running.result();

        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.TIMED_OUT);
        assertThat(result.text()).isEqualTo("The tool gave no result in time (timeout=200 of the tool).");

        steps.endOne();
        waitFor(closed);
        assertThat(context.getInflightRepository().size()).isZero();
        assertThat(running.results()).hasSize(1);
    }

    @Test
    void alsoIfTheyBlockTheThreadThatCalledThem() throws Exception {
        RunningToolCall running = new RunningToolCall();
        Future<?> caller = onOtherThread(() -> begin(running, "blocks", "{}", Map.of()));

        assertThat(running.result().outcome()).isEqualTo(ToolCallOutcome.TIMED_OUT);

        closed.countDown();
        caller.get(LIMIT_SECONDS, SECONDS);
        assertThat(running.results()).hasSize(1);
    }

    @Test
    void keepTheirTurnUntilTheyReallyEnd() {
        RunningToolCall first = begin("one", "{}");
        RunningToolCall second = begin("one", "{}");

        assertThat(first.result().outcome()).isEqualTo(ToolCallOutcome.TIMED_OUT);
        assertThat(second.result().outcome()).isEqualTo(ToolCallOutcome.TIMED_OUT);
        assertThat(steps.begun()).isEqualTo(1);

        steps.endOne();
        RunningToolCall third = begin("one", "{}");
        steps.endOne();
        assertThat(third.result().text()).isEqualTo("ok");
        assertThat(steps.begun()).isEqualTo(2);
        assertThat(first.results()).hasSize(1);
        assertThat(second.results()).hasSize(1);
    }

    @Test
    void mayTakeAnyTimeWithoutALimit() {
        RunningToolCall running = begin("patient", "{}");
        assertThat(running.results()).isEmpty();

        steps.endOne();
        assertThat(running.result().text()).isEqualTo("ok");
    }

    @Test
    void giveNoResultOnceTheyAreGivenUp() {
        RunningToolCall running = begin("patient", "{}");
        running.giveUp();
        running.giveUp();
        steps.endOne();

        assertThat(context.getInflightRepository().size()).isZero();
        assertThat(running.results()).isEmpty();
    }
}
