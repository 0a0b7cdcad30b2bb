package io.github.llmchat.scenario.chunks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.llmchat.testing.Script;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AsynchronousChunkRouteKeepsTheOrderTest extends ChunkScenario {

    private static final String[] PIECES = IntStream.range(0, 200).mapToObj(i -> i + " ").toArray(String[]::new);

    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicInteger mostInWork = new AtomicInteger();
    // not safe for two chunks at a time, and visible from one to the next: as a user's route may be written
    private final List<String> texts = new ArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").toD(model("chunksTo=direct:${header.way}"));
                from("direct:threads").process(this::begin).threads(4).process(this::end);
                from("direct:delay").process(this::begin).delay(1).asyncDelayed().end().process(this::end);
                from("direct:own").process(this::begin).process(new CompletesElsewhere()).process(this::end);
            }

            private void begin(Exchange chunk) {
                mostInWork.accumulateAndGet(inWork.incrementAndGet(), Math::max);
                texts.add(chunk.getMessage().getBody(String.class));
            }

            private void end(Exchange chunk) {
                inWork.decrementAndGet();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "threads", "delay", "own" })
    void oneChunkAtATime(String way) {
        gateway.willAnswer(Script.sse().text(PIECES).finish("stop").done());

        RunningCall call = new RunningCall(context.getEndpoint("direct:caller"), exchange -> {
            exchange.getMessage().setBody("hi");
            exchange.getMessage().setHeader("way", way);
        }).start();

        assertThat(call.answer()).isEqualTo(String.join("", PIECES));
        assertThat(texts).startsWith(PIECES).hasSize(PIECES.length + 2);
        assertThat(mostInWork).hasValue(1);
        assertThat(inWork).hasValue(0);
    }

    /** Ends every third exchange at once, every other on a thread of its own, before or after it has returned. */
    private final class CompletesElsewhere extends AsyncProcessorSupport {

        private ExecutorService executor;
        private int count;

        @Override
        protected void doStart() {
            executor = context.getExecutorServiceManager().newFixedThreadPool(this, "elsewhere", 3);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (count++ % 3 == 0) {
                callback.done(true);
                return true;
            }
            executor.execute(() -> callback.done(false));
            return false;
        }
    }
}
