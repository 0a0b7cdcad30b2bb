package io.github.llmchat.scenario.chunks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkExchangesSayWhereTheyBelongTest extends ChunkScenario {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:caller").to(model("chunksTo=direct:chunk"));
                from("direct:chunk").to("mock:chunks");
            }
        };
    }

    @Test
    void eachHasTheIdOfItsStreamAndItsPlaceInIt() {
        gateway.alwaysAnswers(Script.sse().text("a", "b").finish("stop").usage(3, 2).done());

        call("direct:caller").answer();
        List<Exchange> first = chunks();
        getMockEndpoint("mock:chunks").reset();
        call("direct:caller").answer();
        List<Exchange> second = chunks();

        assertThat(headers(first, LlmChatConstants.CHUNK_INDEX)).isEqualTo(numbers(5));
        assertThat(headers(second, LlmChatConstants.CHUNK_INDEX)).isEqualTo(numbers(5));
        assertThat(headers(first, LlmChatConstants.STREAM_ID)).doesNotContainNull();
        assertThat(headers(first, LlmChatConstants.STREAM_ID).stream().distinct()).hasSize(1)
                .doesNotContainAnyElementsOf(headers(second, LlmChatConstants.STREAM_ID));
    }

    @Test
    void theLastOneIsTheClosingChunkWithTheWholeAnswer() {
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").usage(3, 2).done());

        call("direct:caller").answer();

        assertThat(headers(chunks(), LlmChatConstants.CHUNK_LAST)).containsExactly(false, false, false, false, true);
        List<ChatChunk> bodies = chunks().stream().map(chunk -> chunk.getMessage().getBody(ChatChunk.class)).toList();
        assertThat(bodies).extracting(ChatChunk::last).containsExactly(false, false, false, false, true);
        assertThat(bodies).extracting(ChatChunk::index).isEqualTo(IntStream.range(0, 5).boxed().toList());
        ChatChunk closing = bodies.get(4);
        assertThat(chunks().get(4).getMessage().getBody(String.class)).isEmpty();
        assertThat(closing.completion().text()).isEqualTo("ab");
        assertThat(closing.completion().finishReason()).isEqualTo("stop");
        assertThat(closing.completion().usage().totalTokens()).isEqualTo(5);
    }

    @Test
    void theChunksOfSeveralChoicesAreToldApart() {
        gateway.willAnswer(Script.sse().delta(0, "{\"content\":\"x\"}").delta(1, "{\"content\":\"y\"}")
                .delta(0, "{\"content\":\"z\"}").finish("stop").done());

        call("direct:caller").end();

        assertThat(headers(chunks(), LlmChatConstants.CHOICE_INDEX)).startsWith(0L, 1L, 0L, 0L);
    }

    private List<Exchange> chunks() {
        return new ArrayList<>(getMockEndpoint("mock:chunks").getExchanges());
    }

    private static List<Object> headers(List<Exchange> chunks, String name) {
        return chunks.stream().map(chunk -> chunk.getMessage().getHeader(name)).toList();
    }

    private static List<Object> numbers(int count) {
        return LongStream.range(0, count).mapToObj(Object.class::cast).toList();
    }
}
