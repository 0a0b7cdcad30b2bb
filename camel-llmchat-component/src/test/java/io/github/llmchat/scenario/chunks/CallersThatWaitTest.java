package io.github.llmchat.scenario.chunks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallersThatWaitTest extends ChunkScenario {

    private final CountDownLatch first = new CountDownLatch(1);
    private final Set<Boolean> transactedChunks = ConcurrentHashMap.newKeySet();
    private volatile Thread afterwards;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to(model("chunksTo=direct:chunk")).to("mock:answers");
                from("direct:transacted").errorHandler(noErrorHandler())
                        .process(exchange -> exchange.getUnitOfWork().beginTransactedBy(this))
                        .to(model("chunksTo=direct:chunk"))
                        .process(exchange -> afterwards = Thread.currentThread());
                from("direct:chunk").errorHandler(noErrorHandler()).process(chunk -> {
                    transactedChunks.add(chunk.isTransacted());
                    first.countDown();
                    if (chunk.getMessage().getBody(String.class).equals("fail")) {
                        throw new IllegalStateException("as the test wants it");
                    }
                });
            }
        };
    }

    @Test
    void aProducerTemplateGetsTheWholeAnswer() {
        gateway.willAnswer(Script.sse().text("a").hold(first).text("b").finish("stop").done());

        assertThat(template.requestBody("direct:caller", "hi", String.class)).isEqualTo("ab");

        assertThat(getMockEndpoint("mock:answers").getExchanges()).hasSize(1);
    }

    @Test
    void aTransactedRouteGoesOnInItsOwnThread() {
        gateway.willAnswer(Script.sse().text("a").hold(first).text("b").finish("stop").done());

        assertThat(template.requestBody("direct:transacted", "hi", String.class)).isEqualTo("ab");

        assertThat(afterwards).isSameAs(Thread.currentThread());
        assertThat(transactedChunks).containsExactly(false);
    }

    @Test
    void aTransactedRouteSeesTheFailureOfAChunk() {
        gateway.willAnswer(Script.sse().text("fail").stall());

        Exchange failed = template.request("direct:transacted", exchange -> exchange.getMessage().setBody("hi"));

        assertThat(failed.getException()).isInstanceOf(StreamCancelledException.class);
        assertThat(afterwards).isNull();
    }
}
