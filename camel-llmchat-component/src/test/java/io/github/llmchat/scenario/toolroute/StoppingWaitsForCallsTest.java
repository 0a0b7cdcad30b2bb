package io.github.llmchat.scenario.toolroute;

import java.util.concurrent.Future;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StoppingWaitsForCallsTest extends ToolScenario {

    private final StepsOnDemand steps = new StepsOnDemand();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:one?maxConcurrency=1").process(steps).setBody(constant("ok"));
            }
        };
    }

    @Test
    void alsoForThoseThatWaitForTheirTurn() throws Exception {
        context.getShutdownStrategy().setTimeout(LIMIT_SECONDS);
        RunningToolCall first = begin("one", "{}");
        RunningToolCall second = begin("one", "{}");

        Future<?> stopped = onOtherThread(context::stop);
        await().atMost(LIMIT_SECONDS, SECONDS).until(() -> context.getStatus().isStopping());
        steps.endOne();
        steps.endOne();

        assertThat(first.result().text()).isEqualTo("ok");
        assertThat(second.result().text()).isEqualTo("ok");
        stopped.get(LIMIT_SECONDS, SECONDS);
    }
}
