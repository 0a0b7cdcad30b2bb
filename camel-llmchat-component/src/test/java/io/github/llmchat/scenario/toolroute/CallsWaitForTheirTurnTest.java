package io.github.llmchat.scenario.toolroute;

import java.util.ArrayList;
import java.util.List;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallsWaitForTheirTurnTest extends ToolScenario {

    private final StepsOnDemand step = new StepsOnDemand();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:one?parameter.n=int&maxConcurrency=1").process(step).setBody(simple("${header.n}"));
                from("llmchat-tool:two?parameter.n=int&maxConcurrency=2").process(step).setBody(simple("${header.n}"));
                from("llmchat-tool:many?parameter.n=int").process(step).setBody(simple("${header.n}"));
            }
        };
    }

    @Test
    void inTheOrderInWhichTheyCame() {
        List<RunningToolCall> calls = begin("one", 5);

        for (int i = 0; i < calls.size(); i++) {
            step.endOne();
            assertThat(calls.get(i).result().text()).isEqualTo(String.valueOf(i));
        }

        assertThat(step.order()).containsExactly(0, 1, 2, 3, 4);
        assertThat(calls).allSatisfy(call -> assertThat(call.results()).hasSize(1));
    }

    @Test
    void asManyAsMayAtATime() {
        List<RunningToolCall> calls = begin("two", 20);
        assertThat(step.running()).isEqualTo(2);

        calls.forEach(call -> step.endOne());

        assertThat(calls).allSatisfy(call -> assertThat(call.result().succeeded()).isTrue());
        assertThat(step.most()).isEqualTo(2);
    }

    @Test
    void whatIsGivenUpNeverRuns() {
        List<RunningToolCall> calls = begin("two", 4);
        calls.get(2).giveUp();

        step.endOne();
        step.endOne();
        step.endOne();

        assertThat(calls.get(3).result().text()).isEqualTo("3");
        assertThat(step.order()).containsExactly(0, 1, 3);
        assertThat(calls.get(2).results()).isEmpty();
    }

    @Test
    void andHoldNoThread() {
        List<RunningToolCall> calls = begin("many", 200);
        // each of them was begun on this thread, which has come back from all of them
        assertThat(step.running()).isEqualTo(200);

        calls.forEach(call -> step.endOne());

        assertThat(calls).allSatisfy(call -> assertThat(call.result().succeeded()).isTrue());
    }

    private List<RunningToolCall> begin(String tool, int count) {
        List<RunningToolCall> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(begin(tool, "{\"n\":" + i + "}"));
        }
        return calls;
    }
}
