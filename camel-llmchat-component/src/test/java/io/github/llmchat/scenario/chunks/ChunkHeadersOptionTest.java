package io.github.llmchat.scenario.chunks;

import java.util.Set;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkHeadersOptionTest extends ChunkScenario {

    private static final Set<String> OF_THE_CHUNK = Set.of(
            LlmChatConstants.STREAM_ID, LlmChatConstants.CHUNK_INDEX, LlmChatConstants.CHUNK_LAST,
            LlmChatConstants.CHOICE_INDEX);

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:default").to(model("chunksTo=mock:chunks"));
                from("direct:all").to(model("chunkHeaders=all&chunksTo=mock:chunks"));
                from("direct:none").to(model("chunkHeaders=none&chunksTo=mock:chunks"));
                from("direct:prefix").to(model("chunkHeaders=order*&chunksTo=mock:chunks"));
                from("direct:name").to(model("chunkHeaders=orderId&chunksTo=mock:chunks"));
                from("direct:regex").to(model("chunkHeaders=RAW((orderId|tenant))&chunksTo=mock:chunks"));
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
            "default, orderId orderDate tenant", "all, orderId orderDate tenant", "none, ''",
            "prefix, orderId orderDate", "name, orderId", "regex, orderId tenant" })
    void saysWhichOfTheCallersHeadersTheChunksHave(String route, String expected) {
        gateway.willAnswer(Script.sse().text("a").finish("stop").done());

        RunningCall call = new RunningCall(context.getEndpoint("direct:" + route), exchange -> {
            exchange.getMessage().setBody("hi");
            exchange.getMessage().setHeader("orderId", 1);
            exchange.getMessage().setHeader("orderDate", "today");
            exchange.getMessage().setHeader("tenant", "t");
        }).start();
        call.answer();

        Set<String> names = expected.isEmpty() ? Set.of() : Set.of(expected.split(" "));
        assertThat(getMockEndpoint("mock:chunks").getExchanges()).hasSize(3).allSatisfy(chunk -> {
            Set<String> headers = chunk.getMessage().getHeaders().keySet();
            assertThat(headers).containsAll(OF_THE_CHUNK).containsAll(names).hasSize(OF_THE_CHUNK.size() + names.size());
        });
        assertThat(call.exchange().getMessage().getHeaders()).containsKeys("orderId", "orderDate", "tenant");
    }
}
