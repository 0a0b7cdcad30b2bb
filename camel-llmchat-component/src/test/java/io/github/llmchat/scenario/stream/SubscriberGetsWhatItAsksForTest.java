package io.github.llmchat.scenario.stream;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A subscriber's demand is kept to, and its signals never overlap. */
class SubscriberGetsWhatItAsksForTest extends ReadingScenario {

    @Test
    void nothingWithoutDemand() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b").done());
        reading(stream -> {
            Probe probe = new Probe(0);
            stream.subscribe(probe);
            assertThat(Probe.await(probe.subscribed)).isTrue();
            // all of it has come, and waits
            await().atMost(SOON).until(() -> component().getLeasedConnections() == 0);
            assertThat(probe.chunks).isEmpty();
            probe.subscription.request(1);
            await().atMost(SOON).until(() -> probe.chunks.size() == 1);
            assertThat(probe.texts()).containsExactly("a");
            probe.subscription.request(1);
            await().atMost(SOON).until(() -> probe.chunks.size() == 2);
            assertThat(probe.completed).isFalse();
            probe.subscription.request(1);
            assertThat(probe.awaitEnd().chunks.get(2).last()).isTrue();
            assertThat(probe.completed).isTrue();
        });
    }

    @Test
    void oneByOneFromWithinItsSignals() throws Exception {
        String[] texts = new String[5_000];
        Arrays.setAll(texts, Integer::toString);
        gateway.willAnswer(Script.sse().text(texts).done());
        reading(stream -> {
            Probe probe = new Probe(1) {
                @Override
                protected void received(ChatChunk chunk) {
                    subscription.request(1);
                }
            };
            stream.subscribe(probe);
            assertThat(probe.awaitEnd().completed).isTrue();
            assertThat(probe.chunks).hasSize(texts.length + 1);
            assertThat(probe.texts().subList(0, texts.length)).isEqualTo(List.of(texts));
        });
    }

    @Test
    void demandFromOtherThreadsAtTheSameTime() throws Exception {
        String[] texts = new String[2_000];
        Arrays.setAll(texts, Integer::toString);
        gateway.willAnswer(Script.sse().text(texts).done());
        reading(stream -> {
            Probe probe = new Probe(1);
            stream.subscribe(probe);
            assertThat(Probe.await(probe.subscribed)).isTrue();
            List<Thread> threads = IntStream.range(0, 4).mapToObj(i -> new Thread(() -> {
                for (int n = 0; n < 500; n++) {
                    probe.subscription.request(1);
                }
            })).toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(probe.awaitEnd().completed).isTrue();
            assertThat(probe.texts().subList(0, texts.length)).isEqualTo(List.of(texts));
        });
    }

    @Test
    void enormousDemandIsNoOverflow() throws Exception {
        gateway.willAnswer(Script.sse().text("a", "b").done());
        reading(stream -> {
            Probe probe = new Probe(Long.MAX_VALUE) {
                @Override
                protected void received(ChatChunk chunk) {
                    subscription.request(Long.MAX_VALUE);
                }
            };
            stream.subscribe(probe);
            assertThat(probe.awaitEnd().texts()).containsExactly("a", "b", "");
        });
    }

    @Test
    void theStreamEndsAfterTheClosingChunk() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("a").hold(more).finish("stop").usage(3, 2).done());
        reading(stream -> {
            Probe probe = new Probe(Long.MAX_VALUE);
            stream.subscribe(probe);
            await().atMost(SOON).until(() -> probe.chunks.size() == 1);
            assertThat(probe.ended.getCount()).isEqualTo(1);
            more.countDown();
            ChatChunk closing = probe.awaitEnd().chunks.get(probe.chunks.size() - 1);
            assertThat(closing.completion().text()).isEqualTo("a");
            assertThat(probe.error).isNull();
            assertThat(probe.completed).isTrue();
            assertThat(stream.hasNext()).isFalse();
        });
    }
}
