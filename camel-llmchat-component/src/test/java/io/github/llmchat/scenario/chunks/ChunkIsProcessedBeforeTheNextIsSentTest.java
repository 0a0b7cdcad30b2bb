package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkIsProcessedBeforeTheNextIsSentTest extends ChunkScenario {

    private final List<CountDownLatch> processed
            = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").process(exchange -> {
                    texts.add(exchange.getMessage().getBody(String.class));
                    if (texts.size() <= processed.size()) {
                        processed.get(texts.size() - 1).countDown();
                    }
                });
            }
        };
    }

    @Test
    void theGatewayHoldsEachChunkUntilThePreviousOneWasProcessed() {
        // a chunk that waited for the one behind it would wait for ever
        gateway.willAnswer(sendingEachPieceAfterThePreviousOne(Script.sse()).finish("stop").done());

        assertThat(call("direct:caller").answer()).isEqualTo("one two three four");

        assertThat(texts).containsExactly("one", " two", " three", " four", "", "");
    }

    @Test
    void eventsThatArriveBytewiseAreProcessedAsSoonAsTheyAreWhole() {
        gateway.willAnswer(sendingEachPieceAfterThePreviousOne(Script.sse().splitEvery(1)).finish("stop").done());

        assertThat(call("direct:caller").answer()).isEqualTo("one two three four");
    }

    private SseScript sendingEachPieceAfterThePreviousOne(SseScript script) {
        return script.text("one").hold(processed.get(0)).text(" two").hold(processed.get(1))
                .text(" three").hold(processed.get(2)).text(" four").hold(processed.get(3));
    }
}
