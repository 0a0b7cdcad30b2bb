package io.github.llmchat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;

import io.github.llmchat.model.ChatChunk;

/**
 * Between a stream and its subscriber: each chunk through the route, the next one only when the subscriber wants more.
 * A failure does not wait for a chunk that the route still has.
 */
final class ViaSubscription implements Flow.Subscriber<ChatChunk>, Flow.Subscription {

    private final ViaRoute via;
    private final Flow.Subscriber<? super ChatChunk> subscriber;
    private volatile Flow.Subscription source;
    // guarded by this
    private final Deque<ChatChunk> ready = new ArrayDeque<>();
    private long demand;
    private boolean asked;
    private boolean inRoute;
    private boolean sourceEnded;
    private Throwable failure;
    private boolean signalling;
    private boolean over;

    ViaSubscription(ViaRoute via, Flow.Subscriber<? super ChatChunk> subscriber) {
        this.via = via;
        this.subscriber = subscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(ChatChunk chunk) {
        synchronized (this) {
            inRoute = true;
        }
        via.process(chunk, this::processed);
    }

    private void processed(List<ChatChunk> chunks, RuntimeException why) {
        synchronized (this) {
            inRoute = false;
            if (why != null) {
                failure = failure == null ? why : failure;
            } else {
                ready.addAll(chunks);
                asked = false;
            }
        }
        if (why != null) {
            source.cancel();
        }
        signal();
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            if (n > 0) {
                demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
            } else {
                failure = new IllegalArgumentException("request(" + n + "): the demand must be positive");
            }
        }
        if (n <= 0) {
            source.cancel();
        }
        signal();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            over = true;
            ready.clear();
        }
        source.cancel();
    }

    @Override
    public void onError(Throwable why) {
        synchronized (this) {
            failure = failure == null ? why : failure;
        }
        signal();
    }

    @Override
    public void onComplete() {
        synchronized (this) {
            sourceEnded = true;
        }
        signal();
    }

    /** Tells the subscriber what there is to tell, one signal after the other, whoever comes while that goes on. */
    private void signal() {
        synchronized (this) {
            if (signalling) {
                return;
            }
            signalling = true;
        }
        for (;;) {
            Runnable next = next();
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    private synchronized Runnable next() {
        if (!over && failure != null) {
            over = true;
            Throwable why = failure;
            return () -> subscriber.onError(why);
        }
        if (!over && demand > 0 && !ready.isEmpty()) {
            demand -= demand == Long.MAX_VALUE ? 0 : 1;
            ChatChunk chunk = ready.poll();
            return () -> subscriber.onNext(chunk);
        }
        if (!over && sourceEnded && !inRoute && ready.isEmpty()) {
            over = true;
            return subscriber::onComplete;
        }
        if (!over && demand > 0 && !asked && !sourceEnded) {
            asked = true;
            return () -> source.request(1);
        }
        signalling = false;
        return null;
    }
}
