package io.github.llmchat.scenario.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.StringAggregationStrategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A Split that is not told to stop processes every chunk, whatever happens to one of them or to the stream. */
class SplitThatGoesOnGetsAllChunksTest extends GatewayScenario {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:default").to(llmchat("streaming=true"))
                .split(builder.body()).streaming().process(this::process).end();
        builder.from("direct:aggregating").to(llmchat("streaming=true"))
                .split(builder.body(), new StringAggregationStrategy()).streaming().process(this::process).end();
        builder.from("direct:parallel").to(llmchat("streaming=true"))
                .split(builder.body()).streaming().parallelProcessing().process(this::process).end();
        builder.from("direct:sharing").to(llmchat("streaming=true"))
                .split(builder.body()).streaming().shareUnitOfWork().process(this::process).end();
        builder.from("direct:nested").process(exchange -> exchange.getMessage().setBody(List.of(PROMPT)))
                .split(builder.body()).to("direct:default").end();
    }

    private void process(Exchange exchange) {
        String text = exchange.getMessage().getBody(String.class);
        texts.add(text);
        if (text.equals("bad")) {
            throw new IllegalStateException("no");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "default", "parallel", "sharing", "nested", "aggregating" })
    void whenOneFails(String route) {
        gateway.willAnswer(Script.sse().text("a", "bad", "b").finish("stop").done());
        ask("direct:" + route);
        assertThat(texts).containsExactlyInAnyOrder("a", "bad", "b", "", "");
    }

    @ParameterizedTest
    @ValueSource(strings = { "default", "sharing", "nested", "aggregating" })
    void whenTheStreamBreaksAfterThem(String route) {
        gateway.willAnswer(Script.sse().text("a", "b").cut());
        Exchange exchange = ask("direct:" + route);
        assertThat(texts).containsExactly("a", "b");
        StreamTruncatedException failure = exchange.getException(StreamTruncatedException.class);
        assertThat(failure).isNotNull();
        assertThat(failure.partialCompletion().text()).isEqualTo("ab");
    }
}
