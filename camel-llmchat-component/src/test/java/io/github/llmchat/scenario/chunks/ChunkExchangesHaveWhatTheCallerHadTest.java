package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkExchangesHaveWhatTheCallerHadTest extends ChunkScenario {

    private final CountDownLatch callerChanged = new CountDownLatch(1);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").to("mock:chunks").process(exchange -> {
                    exchange.getMessage().setHeader("order", "of a chunk");
                    exchange.getMessage().setHeader("added", "by a chunk");
                    exchange.setProperty("customer", "of a chunk");
                    exchange.setVariable("basket", "of a chunk");
                });
                from("direct:split").split(body()).to(model("chunksTo=direct:part"));
                from("direct:part").to("mock:parts");
            }
        };
    }

    private RunningCall callWithContext() {
        return new RunningCall(context.getEndpoint("direct:caller"), exchange -> {
            exchange.setPattern(ExchangePattern.InOut);
            exchange.getMessage().setBody("hi");
            exchange.getMessage().setHeader("order", 17);
            exchange.setProperty("customer", "Ann");
            exchange.setVariable("basket", "full");
        });
    }

    @Test
    void headersPropertiesAndVariables() {
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").done());

        callWithContext().start().answer();

        assertThat(chunks()).hasSize(4).allSatisfy(chunk -> {
            assertThat(chunk.getMessage().getHeader("order")).isEqualTo(17);
            assertThat(chunk.getProperty("customer")).isEqualTo("Ann");
            assertThat(chunk.getVariable("basket")).isEqualTo("full");
        });
    }

    @Test
    void whatHappensToTheCallersExchangeLaterIsNotSeen() {
        gateway.willAnswer(Script.sse().text("a").hold(callerChanged).text("b").finish("stop").done());

        RunningCall call = callWithContext().start();
        gateway.awaitRequests(1, LIMIT);
        call.exchange().getMessage().setHeader("order", 18);
        call.exchange().getMessage().setHeader("later", true);
        call.exchange().setProperty("customer", "Bob");
        call.exchange().setVariable("basket", "empty");
        callerChanged.countDown();
        call.answer();

        assertThat(chunks()).hasSize(4).allSatisfy(chunk -> {
            assertThat(chunk.getMessage().getHeaders()).containsEntry("order", 17).doesNotContainKey("later");
            assertThat(chunk.getProperty("customer")).isEqualTo("Ann");
            assertThat(chunk.getVariable("basket")).isEqualTo("full");
        });
    }

    @Test
    void whatAChunkRouteChangesStaysWithItsChunk() {
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").done());

        RunningCall call = callWithContext().start();
        call.answer();

        assertThat(chunks()).hasSize(4).allSatisfy(
                chunk -> assertThat(chunk.getMessage().getHeaders()).containsEntry("order", 17).doesNotContainKey("added"));
        assertThat(call.exchange().getMessage().getHeaders()).containsEntry("order", 17).doesNotContainKey("added");
        assertThat(call.exchange().getProperty("customer")).isEqualTo("Ann");
        assertThat(call.exchange().getVariable("basket")).isEqualTo("full");
    }

    @Test
    void theIndexOfASplitIncluded() {
        gateway.alwaysAnswers(Script.sse().text("a").finish("stop").done());

        new RunningCall(context.getEndpoint("direct:split"), e -> e.getMessage().setBody(List.of("p", "q"))).start().end();

        assertThat(getMockEndpoint("mock:parts").getExchanges()).hasSize(6)
                .extracting(part -> part.getProperty(Exchange.SPLIT_INDEX)).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void butNoHeaderThatWasMeantForTheCallAlone() {
        gateway.willAnswer(Script.sse().text("a").finish("stop").done());
        Map<String, Object> request = Map.of(
                LlmChatConstants.TEMPERATURE, 0.5, LlmChatConstants.MODEL, "other", LlmChatConstants.MAX_TOKENS, 9,
                LlmChatConstants.SYSTEM_MESSAGE, "be brief", "camelllmchatTOPP", 0.9);

        new RunningCall(context.getEndpoint("direct:caller"), exchange -> {
            exchange.getMessage().setBody("hi");
            exchange.getMessage().getHeaders().putAll(request);
        }).start().answer();

        assertThat(gateway.requests().get(0).json().path("top_p").asDouble()).isEqualTo(0.9);
        String[] names = request.keySet().toArray(String[]::new);
        assertThat(chunks()).hasSize(3).allSatisfy(
                chunk -> assertThat(chunk.getMessage().getHeaders()).doesNotContainKeys(names));
    }

    private List<Exchange> chunks() {
        return getMockEndpoint("mock:chunks").getExchanges();
    }
}
