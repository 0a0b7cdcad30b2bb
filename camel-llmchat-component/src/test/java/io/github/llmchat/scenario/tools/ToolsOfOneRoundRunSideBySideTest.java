package io.github.llmchat.scenario.tools;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.scenario.stream.Way;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsOfOneRoundRunSideBySideTest extends ToolScenario {

    private final CyclicBarrier both = new CyclicBarrier(2);
    private final HeldStep held = new HeldStep(100);
    private final AtomicInteger running = new AtomicInteger();
    private final List<Integer> most = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:meets?tags=t&parameter.n=integer").process(exchange -> both.await(15, TimeUnit.SECONDS))
                .setBody().simple("${header.n}");
        builder.from("llmchat-tool:alone?tags=t&parameter.n=integer").process(exchange -> {
            most.add(running.incrementAndGet());
            running.decrementAndGet();
        }).setBody().simple("${header.n}");
        builder.from("llmchat-tool:held?tags=t&parameter.n=integer").process(exchange -> threads.add(Thread.currentThread()))
                .process(held).setBody().simple("${header.n}");
    }

    @AfterEach
    void release() {
        held.release();
    }

    @Test
    void whenAskedAndTheResultsKeepTheOrderOfTheCalls() {
        gateway.willAnswer(whole(null, "c1 meets {\"n\":1}", "c2 meets {\"n\":2}"), answers(Way.PLAIN, "Done"));

        Exchange exchange = ask(llmchat("tags=t&parallelToolExecution=true"));

        assertThat(exchange.getException()).isNull();
        assertThat(results(1)).containsExactly("1", "2");
    }

    @Test
    void elseOneAfterTheOther() {
        gateway.willAnswer(whole(null, "c1 alone {\"n\":1}", "c2 alone {\"n\":2}", "c3 alone {\"n\":3}"),
                answers(Way.PLAIN, "Done"));

        assertThat(ask(llmchat("tags=t")).getException()).isNull();

        assertThat(results(1)).containsExactly("1", "2", "3");
        assertThat(most).containsExactly(1, 1, 1);
    }

    @Test
    void withoutAThreadForEachWhereRoutesAreAsynchronous() throws Exception {
        String[] calls = new String[100];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = "c" + i + " held {\"n\":" + i + "}";
        }
        gateway.willAnswer(whole(null, calls), answers(Way.PLAIN, "Done"));
        var asking = template.asyncSend(llmchat("tags=t&parallelToolExecution=true"),
                exchange -> exchange.getMessage().setBody(PROMPT));

        held.awaitReached();
        held.release();

        assertThat(asking.get(15, TimeUnit.SECONDS).getException()).isNull();
        assertThat(results(1)).hasSize(100).startsWith("0", "1", "2");
        assertThat(threads.stream().distinct().count()).isLessThanOrEqualTo(10);
    }

    @Test
    void untilTheTimeOfTheRoundIsOver() throws Exception {
        gateway.willAnswer(whole(null, "c1 alone {\"n\":1}", "c2 held {\"n\":2}"), answers(Way.PLAIN, "Done"));

        Exchange exchange = ask(llmchat(
                "tags=t&parallelToolExecution=true&parallelToolTimeout=300&toolExecutionErrorStrategy=repromptModel"));

        assertThat(exchange.getException()).isNull();
        assertThat(results(1)).hasSize(2);
        assertThat(results(1).get(1)).contains("parallelToolTimeout=300");
    }
}
