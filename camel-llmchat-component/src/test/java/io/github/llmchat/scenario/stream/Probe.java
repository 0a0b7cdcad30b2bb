package io.github.llmchat.scenario.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.model.ChatChunk;

import static org.assertj.core.api.Assertions.assertThat;

/** A subscriber that keeps its signals, and breaches of their rules: overlaps, and signals after the end. */
public class Probe implements Flow.Subscriber<ChatChunk> {

    final List<ChatChunk> chunks = new CopyOnWriteArrayList<>();
    final List<String> breaches = new CopyOnWriteArrayList<>();
    final CountDownLatch subscribed = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger inSignal = new AtomicInteger();
    private final long firstDemand;
    volatile Flow.Subscription subscription;
    volatile Throwable error;
    volatile boolean completed;

    /** @param firstDemand requested in onSubscribe, unless it is 0 */
    public Probe(long firstDemand) {
        this.firstDemand = firstDemand;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        signal("onSubscribe", () -> {
            subscription = given;
            if (firstDemand != 0) {
                given.request(firstDemand);
            }
            subscribed.countDown();
        });
    }

    @Override
    public void onNext(ChatChunk chunk) {
        signal("onNext", () -> {
            chunks.add(chunk);
            received(chunk);
        });
    }

    /** For tests that do something with a chunk, on the signalling thread. */
    protected void received(ChatChunk chunk) {
        // kept
    }

    @Override
    public void onError(Throwable failure) {
        signal("onError", () -> {
            error = failure;
            ended.countDown();
        });
    }

    @Override
    public void onComplete() {
        signal("onComplete", () -> {
            completed = true;
            ended.countDown();
        });
    }

    private void signal(String name, Runnable action) {
        if (inSignal.incrementAndGet() > 1) {
            breaches.add(name + " while another signal was in work");
        }
        if (ended.getCount() == 0) {
            breaches.add(name + " after the end");
        }
        try {
            action.run();
        } finally {
            inSignal.decrementAndGet();
        }
    }

    /** The texts of the chunks so far. */
    public List<String> texts() {
        return chunks.stream().map(ChatChunk::content).toList();
    }

    /** Waits for the end of the stream. */
    public Probe awaitEnd() {
        assertThat(await(ended)).as("the stream ended").isTrue();
        assertThat(breaches).isEmpty();
        return this;
    }

    static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
