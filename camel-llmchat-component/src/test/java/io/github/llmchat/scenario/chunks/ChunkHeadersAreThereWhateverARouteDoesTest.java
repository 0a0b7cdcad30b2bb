package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.Map;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** They are made when somebody asks for one; nobody must see a message that has none. */
class ChunkHeadersAreThereWhateverARouteDoesTest extends ChunkScenario {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String way : List.of("set", "remove", "copy", "later", "body", "has", "convert")) {
                    from("direct:" + way).to(model("chunksTo=direct:" + way + "-chunk"));
                }
                from("direct:set-chunk").setHeader("mine", constant("x")).removeHeader("mine").to("mock:chunks");
                from("direct:remove-chunk").removeHeaders("nothing*").to("mock:chunks");
                from("direct:copy-chunk").multicast().to("mock:chunks");
                from("direct:later-chunk").to("seda:later");
                from("seda:later").to("mock:chunks");
                from("direct:body-chunk").transform(body()).setBody(simple("${body}")).to("mock:chunks");
                from("direct:has-chunk").filter(exchange -> exchange.getMessage().hasHeaders()).to("mock:chunks");
                from("direct:convert-chunk").convertBodyTo(String.class).to("mock:chunks");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "set", "remove", "copy", "later", "body", "has", "convert" })
    void eachChunkHasAllOfThem(String way) throws Exception {
        gateway.willAnswer(Script.sse().text("a").finish("stop").done());
        getMockEndpoint("mock:chunks").expectedMessageCount(3);

        RunningCall call = new RunningCall(context.getEndpoint("direct:" + way), exchange -> {
            exchange.getMessage().setBody("hi");
            exchange.getMessage().setHeader("orderId", 1);
        }).start();
        call.answer();

        getMockEndpoint("mock:chunks").assertIsSatisfied(LIMIT.toMillis());
        List<Exchange> chunks = getMockEndpoint("mock:chunks").getExchanges();
        for (int i = 0; i < chunks.size(); i++) {
            Map<String, Object> headers = chunks.get(i).getMessage().getHeaders();
            assertThat(headers).hasSize(5).containsKey(LlmChatConstants.STREAM_ID).containsEntry("orderId", 1)
                    .containsEntry(LlmChatConstants.CHUNK_INDEX, (long) i)
                    .containsEntry(LlmChatConstants.CHUNK_LAST, i == 2).containsEntry(LlmChatConstants.CHOICE_INDEX, 0L);
            headers.put("orderId", "changed");
        }
    }
}
