package io.github.llmchat.scenario.stream;

import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A stream ends with its exchange at the latest, and its connection with it. */
class UnreadStreamIsClosedTest extends ReadingScenario {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void whenTheExchangeIsDoneAndNobodyHasReadIt() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        AtomicReference<ChatStream> kept = new AtomicReference<>();
        reading(kept::set);
        assertThat(Probe.await(closed)).isTrue();
        assertThat(kept.get().hasNext()).isFalse();
        assertThatThrownBy(kept.get()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whenTheExchangeFailsMidway() {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        assertThatThrownBy(() -> reading(stream -> {
            stream.next();
            throw new IllegalStateException("no");
        })).hasMessage("no");
        assertThat(Probe.await(closed)).isTrue();
    }

    @Test
    void whenTheReaderClosesIt() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            assertThat(stream.next().content()).isEqualTo("a");
            stream.close();
            stream.close();
            assertThat(Probe.await(closed)).isTrue();
            assertThat(stream.hasNext()).isFalse();
            assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        });
    }

    @Test
    void aReaderThatWaitsIsToldSo() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            assertThat(stream.next().content()).isEqualTo("a");
            Thread reader = Thread.currentThread();
            Thread closing = new Thread(() -> closeWhenWaiting(stream, reader));
            closing.start();
            StreamCancelledException failure = catchThrowableOfType(StreamCancelledException.class, stream::next);
            assertThat(failure).hasMessageContaining("closed");
            assertThat(failure.partialCompletion().text()).isEqualTo("a");
            closing.join();
        });
        assertThat(Probe.await(closed)).isTrue();
    }

    @Test
    void theComponentCancelsItById() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            assertThat(component().getOpenStreams()).isEqualTo(1);
            assertThat(component().cancelStream(stream.id())).isTrue();
            assertThat(component().cancelStream(stream.id())).isFalse();
            assertThatThrownBy(() -> stream.forEachRemaining(chunk -> assertThat(chunk.content()).isEqualTo("a")))
                    .isInstanceOf(StreamCancelledException.class);
            assertThat(stream.hasNext()).isFalse();
        });
        assertThat(Probe.await(closed)).isTrue();
    }

    @Test
    void itsIdStandsInAHeader() {
        gateway.willAnswer(Script.sse().text("a").done());
        Exchange exchange = ask(llmchat("streaming=true"));
        ChatStream stream = exchange.getMessage().getBody(ChatStream.class);
        assertThat(exchange.getMessage().getHeader(LlmChatConstants.STREAM_ID)).isEqualTo(stream.id());
        assertThat(exchange.getMessage().getHeader(LlmChatConstants.HTTP_STATUS)).isEqualTo(200L);
    }

    private static void closeWhenWaiting(ChatStream stream, Thread reader) {
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        stream.close();
    }
}
