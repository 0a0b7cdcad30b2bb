package io.github.llmchat.scenario.stream;

import java.util.NoSuchElementException;

import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One reader; a second is told so, and takes nothing from the first. */
class StreamIsReadOnceTest extends ReadingScenario {

    @BeforeEach
    void aStream() {
        gateway.willAnswer(Script.sse().text("a", "b").done());
    }

    @Test
    void subscribingToAStreamThatIsIteratedOverFails() throws Exception {
        reading(stream -> {
            assertThat(stream.next().content()).isEqualTo("a");
            Probe probe = subscribe(stream);
            assertThat(probe.error).isInstanceOf(IllegalStateException.class).hasMessageContaining("reader already");
            assertThat(probe.chunks).isEmpty();
            assertThat(stream.next().content()).isEqualTo("b");
        });
    }

    @Test
    void iteratingOverAStreamThatHasASubscriberFails() throws Exception {
        reading(stream -> {
            Probe probe = new Probe(0);
            stream.subscribe(probe);
            assertThatThrownBy(stream::next).isInstanceOf(IllegalStateException.class);
            assertThat(Probe.await(probe.subscribed)).isTrue();
            probe.subscription.request(10);
            assertThat(probe.awaitEnd().texts()).containsExactly("a", "b", "");
        });
    }

    @Test
    void aSecondSubscriberGetsAnError() throws Exception {
        reading(stream -> {
            Probe first = new Probe(10);
            stream.subscribe(first);
            Probe second = subscribe(stream);
            assertThat(second.error).isInstanceOf(IllegalStateException.class);
            assertThat(first.awaitEnd().texts()).containsExactly("a", "b", "");
        });
    }

    @Test
    void afterTheClosingChunkThereIsNothing() throws Exception {
        reading(stream -> {
            assertThat(stream.next().last()).isFalse();
            assertThat(stream.next().last()).isFalse();
            assertThat(stream.hasNext()).isTrue();
            assertThat(stream.next().last()).isTrue();
            assertThat(stream.hasNext()).isFalse();
            assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        });
    }

    @Test
    void noSubscriberIsAnError() throws Exception {
        reading(stream -> {
            assertThatThrownBy(() -> stream.subscribe(null)).isInstanceOf(NullPointerException.class);
            assertThat(stream.next().content()).isEqualTo("a");
        });
    }

    private static Probe subscribe(ChatStream stream) {
        Probe probe = new Probe(10);
        stream.subscribe(probe);
        return probe.awaitEnd();
    }
}
