package io.github.llmchat.scenario.chunks;

import java.util.List;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureOfAChunkIsHandledInRoutesTest extends ChunkScenario {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:by-cause")
                        .onException(IllegalStateException.class).handled(true).to("mock:by-cause")
                        .setBody(constant("sorry")).end()
                        .to(model("chunksTo=direct:failing"));
                from("direct:try").doTry().to(model("chunksTo=direct:failing"))
                        .doCatch(StreamCancelledException.class).setBody(constant("caught")).end();
                from("direct:failing").errorHandler(noErrorHandler()).process(FailureOfAChunkIsHandledInRoutesTest::failAtTwo);

                from("direct:dead-letters").to(model("chunksTo=direct:with-dead-letters"));
                from("direct:with-dead-letters").errorHandler(deadLetterChannel("mock:dead"))
                        .process(FailureOfAChunkIsHandledInRoutesTest::failAtTwo).to("mock:chunks");

                from("direct:try-around").doTry().to(model("chunksTo=direct:with-dead-letters"))
                        .doCatch(Exception.class).setBody(constant("caught")).end();
                from("direct:handled").to(model("chunksTo=direct:handling"));
                from("direct:handling").onException(IllegalStateException.class).handled(true).to("mock:dead").end()
                        .process(FailureOfAChunkIsHandledInRoutesTest::failAtTwo).to("mock:chunks");

                from("direct:retried").to(model("chunksTo=direct:retrying"));
                from("direct:retrying").onException(IllegalStateException.class)
                        .maximumRedeliveries(2).redeliveryDelay(1).asyncDelayedRedelivery().end()
                        .process(FailureOfAChunkIsHandledInRoutesTest::failAtTheFirstTry).to("mock:chunks");
            }
        };
    }

    private static void failAtTwo(Exchange chunk) {
        if (chunk.getMessage().getBody(String.class).equals(" two")) {
            throw new IllegalStateException("full disk");
        }
    }

    private static void failAtTheFirstTry(Exchange chunk) {
        if (!chunk.getMessage().getHeader(Exchange.REDELIVERED, false, Boolean.class)) {
            throw new IllegalStateException("not yet");
        }
    }

    @Test
    void byTheExceptionOfTheChunkRouteInTheCallersErrorHandler() {
        gateway.willAnswer(Script.sse().text("one", " two").stall());

        assertThat(call("direct:by-cause").answer()).isEqualTo("sorry");

        assertThat(getMockEndpoint("mock:by-cause").getExchanges()).singleElement()
                .satisfies(failed -> assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT))
                        .isInstanceOf(StreamCancelledException.class));
    }

    @Test
    void byTheStreamsExceptionInTheCaller() {
        gateway.willAnswer(Script.sse().text("one", " two").stall());

        assertThat(call("direct:try").answer()).isEqualTo("caught");
    }

    @Test
    void inTheChunkRouteByADeadLetterChannelAndTheStreamGoesOn() {
        assertThatTheStreamGoesOn("direct:dead-letters");
    }

    @Test
    void inTheChunkRouteByItsOnExceptionAndTheStreamGoesOn() {
        assertThatTheStreamGoesOn("direct:handled");
    }

    @Test
    void inTheChunkRouteAlsoWhereTheCallerHasATryAroundItsCall() {
        assertThatTheStreamGoesOn("direct:try-around");
    }

    @Test
    void inTheChunkRouteByRedeliveryInOrder() {
        gateway.willAnswer(Script.sse().text("one", " two", " three").finish("stop").done());

        assertThat(call("direct:retried").answer()).isEqualTo("one two three");

        assertThat(texts("mock:chunks")).containsExactly("one", " two", " three", "", "");
    }

    private void assertThatTheStreamGoesOn(String caller) {
        gateway.willAnswer(Script.sse().text("one", " two", " three").finish("stop").done());

        assertThat(call(caller).answer()).isEqualTo("one two three");

        assertThat(texts("mock:chunks")).containsExactly("one", " three", "", "");
        assertThat(texts("mock:dead")).containsExactly(" two");
    }

    private List<String> texts(String mock) {
        return getMockEndpoint(mock).getExchanges().stream().map(e -> e.getMessage().getBody(String.class)).toList();
    }
}
