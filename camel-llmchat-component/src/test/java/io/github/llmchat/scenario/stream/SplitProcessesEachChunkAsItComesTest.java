package io.github.llmchat.scenario.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Split gets a chunk when it arrives, not when the next one does, and the closing chunk last. */
class SplitProcessesEachChunkAsItComesTest extends GatewayScenario {

    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);
    private final List<ChatChunk> chunks = new CopyOnWriteArrayList<>();
    private final List<Boolean> complete = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:split").to(llmchat("streaming=true"))
                .split(builder.body()).streaming().process(this::process).end()
                .setProperty("after", builder.constant(true));
    }

    private void process(Exchange exchange) {
        ChatChunk chunk = exchange.getMessage().getBody(ChatChunk.class);
        chunks.add(chunk);
        texts.add(exchange.getMessage().getBody(String.class));
        complete.add(exchange.getProperty(ExchangePropertyKey.SPLIT_COMPLETE, Boolean.class));
        switch (chunk.index()) {
            case 0 -> first.countDown();
            case 1 -> second.countDown();
            case 2 -> finish.countDown();
            default -> assertThat(chunk.content()).isEmpty();
        }
    }

    @Test
    void theGatewaySendsEachChunkOnlyWhenTheLastOneHasBeenProcessed() {
        gateway.willAnswer(
                Script.sse().text("a").hold(first).text("b").hold(second).finish("stop").hold(finish).usage(3, 2).done());
        Exchange exchange = ask("direct:split");
        assertThat(exchange.getException()).isNull();
        assertThat(texts).containsExactly("a", "b", "", "", "");
        assertThat(chunks).extracting(ChatChunk::index).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void theClosingChunkIsTheLastElementAndHasTheWholeAnswer() {
        release();
        gateway.willAnswer(Script.sse().text("a", "b").finish("stop").usage(3, 2).done());
        ask("direct:split");
        assertThat(chunks).extracting(ChatChunk::last).containsExactly(false, false, false, false, true);
        assertThat(complete).containsExactly(false, false, false, false, true);
        ChatChunk closing = chunks.get(4);
        assertThat(closing.completion().text()).isEqualTo("ab");
        assertThat(closing.completion().finishReason()).isEqualTo("stop");
        assertThat(closing.completion().usage().totalTokens()).isEqualTo(5);
        assertThat(chunks.get(0).completion()).isNull();
    }

    @Test
    void theRouteGoesOnAfterTheSplit() {
        release();
        gateway.willAnswer(Script.sse().text("a").done());
        assertThat(ask("direct:split").getProperty("after")).isEqualTo(true);
    }

    private void release() {
        List.of(first, second, finish).forEach(CountDownLatch::countDown);
    }
}
