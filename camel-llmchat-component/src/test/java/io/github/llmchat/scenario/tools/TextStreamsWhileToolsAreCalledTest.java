package io.github.llmchat.scenario.tools;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.scenario.stream.Way;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** What a model says before it calls a tool reaches the route before the tool is through. */
class TextStreamsWhileToolsAreCalledTest extends ToolScenario {

    private final CountDownLatch shown = new CountDownLatch(1);
    private final List<ChatChunk> chunks = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:slow?tags=t&description=Waits")
                .process(exchange -> assertThat(shown.await(15, SECONDS)).as("the text was shown before").isTrue())
                .setBody().constant("through");
        builder.from("direct:shown").process(exchange -> {
            ChatChunk chunk = exchange.getMessage().getBody(ChatChunk.class);
            exchanges.add(exchange.copy());
            chunks.add(chunk);
            if (chunk.content().equals(" look")) {
                shown.countDown();
            }
        });
        builder.from("direct:split").to(llmchat("streaming=true&tags=t"))
                .split(builder.body()).streaming().stopOnException().to("direct:shown").end();
    }

    @BeforeEach
    void twoRounds() {
        gateway.willAnswer(streamed("I'll look", "c1 slow {}"), answers(Way.WHOLE, "Here"));
    }

    @Test
    void asChunkExchangesOfOneStream() {
        Exchange exchange = ask(llmchat("tags=t&chunksTo=direct:shown"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).as("the last answer").isEqualTo("Here");
        assertThat(texts()).containsExactly("I'll", " look", "He", "re");
        assertThat(headers(LlmChatConstants.STREAM_ID).stream().distinct()).hasSize(1);
        assertThat(headers(LlmChatConstants.CHUNK_INDEX))
                .isEqualTo(LongStream.range(0, chunks.size()).boxed().map(Object.class::cast).toList());
        assertThat(headers(LlmChatConstants.CHUNK_LAST)).containsOnlyOnce(true).endsWith(true);
    }

    @Test
    void asElementsOfASplit() {
        Exchange exchange = ask("direct:split");

        assertThat(exchange.getException()).isNull();
        assertThat(texts()).containsExactly("I'll", " look", "He", "re");
        assertThat(chunks).extracting(ChatChunk::last).containsOnlyOnce(true).endsWith(true);
    }

    @Test
    void andWhatIsOnlyAboutToolsSaysSo() {
        ask(llmchat("tags=t&chunksTo=direct:shown"));

        assertThat(chunks).filteredOn(ChatChunk::isToolRound).as("two of the call, its finish reason, its usage").hasSize(4)
                .allSatisfy(chunk -> assertThat(chunk.content()).isEmpty());
        assertThat(chunks).filteredOn(chunk -> !chunk.isToolRound()).allSatisfy(
                chunk -> assertThat(chunk.toolCallDeltas()).isEmpty());
    }

    private List<String> texts() {
        return chunks.stream().map(ChatChunk::content).filter(text -> !text.isEmpty()).toList();
    }

    private List<Object> headers(String name) {
        return exchanges.stream().map(exchange -> exchange.getMessage().getHeader(name)).toList();
    }
}
