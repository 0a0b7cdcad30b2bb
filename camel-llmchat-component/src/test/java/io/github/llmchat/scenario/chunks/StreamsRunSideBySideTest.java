package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamsRunSideBySideTest extends ChunkScenario {

    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch ping = new CountDownLatch(1);
    private final CountDownLatch pong = new CountDownLatch(1);
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stuck").to(model("chunksTo=direct:stuck-chunk"));
                from("direct:stuck-chunk").process(chunk -> {
                    stuck.countDown();
                    waitFor(release);
                });
                from("direct:free").to(model("chunksTo=direct:free-chunk"));
                from("direct:free-chunk").process(chunk -> {
                    String text = chunk.getMessage().getBody(String.class);
                    texts.add(text);
                    if (text.equals("ping")) {
                        ping.countDown();
                    } else if (text.equals("pong")) {
                        pong.countDown();
                    }
                });
            }
        };
    }

    @Test
    void aStuckChunkRouteStopsOnlyItsOwnStream() throws Exception {
        gateway.alwaysAnswers(Script.sse().text("a", "b").finish("stop").done());

        RunningCall waiting = call("direct:stuck");
        waitFor(stuck);
        assertThat(call("direct:free").answer()).isEqualTo("ab");
        assertThat(call("direct:free").answer()).isEqualTo("ab");
        assertThat(waiting.hasEnded()).isFalse();
        release.countDown();

        assertThat(waiting.answer()).isEqualTo("ab");
    }

    @Test
    void eachMayWaitForAChunkOfTheOther() {
        gateway.willAnswer(
                Script.sse().text("one").hold(ping).text("pong").finish("stop").done(),
                Script.sse().text("ping").hold(pong).text("two").finish("stop").done());

        RunningCall first = call("direct:free");
        gateway.awaitRequests(1, LIMIT);
        RunningCall second = call("direct:free");

        assertThat(first.answer()).isEqualTo("onepong");
        assertThat(second.answer()).isEqualTo("pingtwo");
        assertThat(texts).filteredOn(List.of("ping", "pong", "two")::contains).containsExactly("ping", "pong", "two");
    }
}
