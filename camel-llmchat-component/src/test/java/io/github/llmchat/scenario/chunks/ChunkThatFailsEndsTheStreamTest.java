package io.github.llmchat.scenario.chunks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkThatFailsEndsTheStreamTest extends ChunkScenario {

    private static final SseScript TWO_OF_MANY = Script.sse().text("one", " two");

    private final CountDownLatch aborted = new CountDownLatch(1);
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:sync").to(model("chunksTo=direct:chunk"));
                from("direct:async").to(model("chunksTo=direct:async-chunk"));
                from("direct:last").to(model("chunksTo=direct:last-chunk"));
                from("direct:chunk").process(this::failAtTwo);
                from("direct:async-chunk").threads(1).process(this::failAtTwo);
                from("direct:last-chunk").filter(header(LlmChatConstants.CHUNK_LAST))
                        .throwException(new IllegalStateException("at the end"));
            }

            private void failAtTwo(Exchange chunk) {
                texts.add(chunk.getMessage().getBody(String.class));
                if (texts.size() == 2) {
                    throw new IllegalStateException("full disk");
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "sync", "async" })
    void beforeTheGatewaySendsItsNextChunk(String way) throws Exception {
        gateway.willAnswer(TWO_OF_MANY.awaitClientClose(aborted));

        RunningCall call = call("direct:" + way);

        waitFor(aborted);
        call.failure(StreamCancelledException.class);
        assertThat(texts).containsExactly("one", " two");
        assertThat(call.ends()).isEqualTo(1);
        assertThat(gateway.clientAborts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "sync", "async" })
    void alsoWhenMoreHasArrivedAlready(String way) {
        gateway.willAnswer(TWO_OF_MANY.text(" three", " four").finish("stop").done());

        call("direct:" + way).failure(StreamCancelledException.class);

        assertThat(texts).containsExactly("one", " two");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sync", "async" })
    void andItsExceptionIsTheCauseOfTheCallers(String way) {
        gateway.willAnswer(TWO_OF_MANY.stall());

        StreamCancelledException failure = call("direct:" + way).failure(StreamCancelledException.class);

        assertThat(failure).hasMessageContaining("chunk 1 failed").cause()
                .isInstanceOf(IllegalStateException.class).hasMessage("full disk");
        assertThat(failure.partialCompletion().text()).isEqualTo("one two");
    }

    @Test
    void theClosingChunkIsNoException() {
        gateway.willAnswer(Script.sse().text("one").finish("stop").done());

        RunningCall call = call("direct:last");
        StreamCancelledException failure = call.failure(StreamCancelledException.class);

        assertThat(failure).cause().hasMessage("at the end");
        assertThat(failure.partialCompletion().text()).isEqualTo("one");
        assertThat(call.ends()).isEqualTo(1);
    }
}
