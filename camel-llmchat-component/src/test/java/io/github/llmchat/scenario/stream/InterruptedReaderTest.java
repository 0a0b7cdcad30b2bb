package io.github.llmchat.scenario.stream;

import java.util.concurrent.CountDownLatch;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A thread that waits for a chunk can be interrupted: that ends the stream. */
class InterruptedReaderTest extends ReadingScenario {

    @Test
    void theStreamIsCancelledAndTheInterruptIsKept() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            assertThat(stream.next().content()).isEqualTo("a");
            Thread.currentThread().interrupt();
            StreamCancelledException failure = catchThrowableOfType(StreamCancelledException.class, stream::next);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).hasMessageContaining("interrupted").hasCauseInstanceOf(InterruptedException.class);
            assertThat(failure.partialCompletion().text()).isEqualTo("a");
            assertThat(stream.hasNext()).isFalse();
        });
        assertThat(Probe.await(closed)).isTrue();
    }
}
