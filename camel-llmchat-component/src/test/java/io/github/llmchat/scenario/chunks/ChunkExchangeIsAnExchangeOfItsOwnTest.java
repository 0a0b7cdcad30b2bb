package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkExchangeIsAnExchangeOfItsOwnTest extends ChunkScenario {

    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").onCompletion().modeBeforeConsumer().process(chunk -> happened("completed", chunk)).end()
                        .process(chunk -> happened("processed", chunk))
                        .to("mock:chunks");
                from("direct:no-route").to(model("chunksTo=mock:end"));
            }
        };
    }

    @BeforeEach
    void answerWithTwoTexts() {
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").done());
    }

    @Test
    void inOnlyAlsoWhereTheCallerWantsAReply() {
        new RunningCall(context.getEndpoint("direct:caller"), exchange -> {
            exchange.setPattern(ExchangePattern.InOut);
            exchange.getMessage().setBody("hi");
        }).start().answer();

        assertThat(getMockEndpoint("mock:chunks").getExchanges()).hasSize(4)
                .extracting(Exchange::getPattern).containsOnly(ExchangePattern.InOnly);
    }

    @Test
    void withAnIdOfItsOwnAndTheCallersAsCorrelationId() {
        RunningCall call = call("direct:caller");
        call.answer();

        List<Exchange> chunks = getMockEndpoint("mock:chunks").getExchanges();
        assertThat(chunks).extracting(Exchange::getExchangeId).doesNotHaveDuplicates()
                .doesNotContain(call.exchange().getExchangeId());
        assertThat(chunks).extracting(chunk -> chunk.getProperty(Exchange.CORRELATION_ID))
                .containsOnly(call.exchange().getExchangeId());
    }

    @Test
    void completedBeforeTheNextOneBegins() {
        call("direct:caller").answer();

        assertThat(happened).containsExactly(
                "processed a", "completed a", "processed b", "completed b",
                "processed ", "completed ", "processed ", "completed ");
    }

    @Test
    void withAUnitOfWorkAlsoWhereItsTargetIsNoRoute() {
        getMockEndpoint("mock:end").whenAnyExchangeReceived(
                chunk -> chunk.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                    @Override
                    public void onComplete(Exchange completed) {
                        happened("completed", completed);
                    }
                }));

        call("direct:no-route").answer();

        assertThat(happened).containsExactly("completed a", "completed b", "completed ", "completed ");
    }

    private void happened(String what, Exchange chunk) {
        happened.add(what + " " + chunk.getMessage().getBody(String.class));
    }
}
