package io.github.llmchat.scenario.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How a subscription ends: by the subscriber, by the gateway, by the component. */
class SubscriptionEndsTest extends ReadingScenario {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void cancellingClosesTheConnectionAndSignalsNothing() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            Probe probe = new Probe(10);
            stream.subscribe(probe);
            await().atMost(SOON).until(() -> probe.chunks.size() == 1);
            probe.subscription.cancel();
            probe.subscription.cancel();
            probe.subscription.request(1);
            probe.subscription.request(-1);
            assertThat(Probe.await(closed)).isTrue();
            assertThat(probe.ended.getCount()).isEqualTo(1);
            assertThat(probe.error).isNull();
            assertThat(stream.hasNext()).isFalse();
        });
    }

    @Test
    void cancellingFromWithinASignalIsTheLastSignal() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b", "c").awaitClientClose(closed));
        reading(stream -> {
            Probe probe = new Probe(10) {
                @Override
                protected void received(ChatChunk chunk) {
                    subscription.cancel();
                }
            };
            stream.subscribe(probe);
            assertThat(Probe.await(closed)).isTrue();
            assertThat(probe.texts()).containsExactly("a");
            assertThat(probe.error).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, -1, Long.MIN_VALUE })
    void demandThatIsNotPositiveIsAnError(long demand) throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            Probe probe = new Probe(1);
            stream.subscribe(probe);
            await().atMost(SOON).until(() -> probe.chunks.size() == 1);
            probe.subscription.request(demand);
            assertThat(probe.awaitEnd().error).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("" + demand);
            assertThat(Probe.await(closed)).isTrue();
        });
    }

    @Test
    void demandThatIsNotPositiveFromTheBeginning() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            Probe probe = new Probe(-5);
            stream.subscribe(probe);
            assertThat(probe.awaitEnd().error).isInstanceOf(IllegalArgumentException.class);
            assertThat(probe.chunks).isEmpty();
        });
    }

    @Test
    void aStreamThatBreaksIsAnErrorAfterItsChunks() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b").cut());
        reading(stream -> {
            Probe probe = new Probe(10);
            stream.subscribe(probe);
            assertThat(probe.awaitEnd().texts()).containsExactly("a", "b");
            assertThat(probe.error).isInstanceOf(StreamTruncatedException.class);
            assertThat(((StreamTruncatedException) probe.error).partialCompletion().text()).isEqualTo("ab");
            assertThat(probe.completed).isFalse();
        });
    }

    @Test
    void aStreamThatIsCancelledFromOutsideIsAnErrorThatDoesNotOverlap() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            Probe probe = new Probe(10) {
                @Override
                protected void received(ChatChunk chunk) {
                    assertThat(component().cancelStream(stream.id())).isTrue();
                    assertThat(await(closed)).isTrue();
                }
            };
            stream.subscribe(probe);
            assertThat(probe.awaitEnd().error).isInstanceOf(StreamCancelledException.class);
            assertThat(((StreamCancelledException) probe.error).partialCompletion().text()).isEqualTo("a");
        });
    }

    @Test
    void aStreamThatWasClosedIsAnError() throws Exception {
        gateway.willAnswer(Script.sse().text("a").awaitClientClose(closed));
        reading(stream -> {
            stream.close();
            Probe probe = new Probe(10);
            stream.subscribe(probe);
            assertThat(probe.awaitEnd().error).isInstanceOf(StreamCancelledException.class);
            assertThat(probe.chunks).isEmpty();
        });
    }

    @Test
    void aSubscriberThatThrowsEndsItsStream() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b").awaitClientClose(closed));
        reading(stream -> {
            Probe probe = new Probe(10) {
                @Override
                protected void received(ChatChunk chunk) {
                    throw new IllegalStateException("no");
                }
            };
            stream.subscribe(probe);
            assertThat(Probe.await(closed)).isTrue();
            assertThat(probe.texts()).containsExactly("a");
        });
    }

    @Test
    void aSubscriberThatThrowsAtOnceEndsItsStream() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b").awaitClientClose(closed));
        reading(stream -> {
            stream.subscribe(new Probe(10) {
                @Override
                public void onSubscribe(Flow.Subscription given) {
                    throw new IllegalStateException("no");
                }
            });
            assertThat(Probe.await(closed)).isTrue();
        });
    }
}
