package io.github.llmchat.scenario.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.StringAggregationStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A Split that stops early does not wait for the rest of the stream: the connection is closed. */
class SplitThatStopsClosesTheConnectionTest extends GatewayScenario {

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:default").to(llmchat("streaming=true"))
                .split(builder.body()).streaming().stopOnException().process(this::process).end();
        builder.from("direct:aggregating").to(llmchat("streaming=true"))
                .split(builder.body(), new StringAggregationStrategy()).streaming().stopOnException()
                .process(this::process).end();
        builder.from("direct:parallel").to(llmchat("streaming=true"))
                .split(builder.body()).streaming().parallelProcessing().stopOnException().process(this::process).end();
        builder.from("direct:nested").process(exchange -> exchange.getMessage().setBody(List.of(PROMPT)))
                .split(builder.body()).stopOnException().to("direct:default").end();
        builder.from("direct:timeout").to(llmchat("streaming=true"))
                .split(builder.body()).streaming().parallelProcessing().timeout(500).process(this::process).end();
        builder.from("direct:redelivering")
                .errorHandler(builder.defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1))
                .to(llmchat("streaming=true"))
                .split(builder.body()).streaming().stopOnException().process(this::process).end();
    }

    private void process(Exchange exchange) {
        String text = exchange.getMessage().getBody(String.class);
        texts.add(text);
        if (text.equals("bad")) {
            throw new IllegalStateException("no");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "default", "aggregating", "parallel", "nested", "redelivering" })
    void onAnException(String route) {
        gateway.willAnswer(Script.sse().text("a", "bad").awaitClientClose(closed));
        Exchange exchange = ask("direct:" + route);
        assertThat(exchange.getException()).hasRootCauseMessage("no");
        assertThat(Probe.await(closed)).isTrue();
        assertThat(texts).contains("a", "bad");
    }

    @Test
    void byItsTimeout() {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        ask("direct:timeout");
        assertThat(Probe.await(closed)).isTrue();
    }
}
