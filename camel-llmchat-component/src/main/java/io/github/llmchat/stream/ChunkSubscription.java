package io.github.llmchat.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatChunk;

/**
 * The subscription of the one subscriber of a {@link ChatStream}, by the rules of the Reactive Streams specification.
 */
final class ChunkSubscription implements Flow.Subscription, ChunkSink {

    private final ChunkStream stream;
    private final ChatChunk first;
    private final Flow.Subscriber<? super ChatChunk> subscriber;
    private final StreamOwner owner;
    private final Runnable onEnd;
    private final AtomicLong demand = new AtomicLong();
    private volatile boolean cancelled;
    private volatile Throwable badRequest;
    private volatile Executor executor;
    private volatile ChunkDrain drain;
    // guarded by this: a cancellation may come while the subscriber is busy, and its signals must not overlap
    private boolean inNext;
    private boolean failed;
    private ChatException failedMeanwhile;

    ChunkSubscription(ChunkStream stream, ChatChunk first, Flow.Subscriber<? super ChatChunk> subscriber,
                      StreamOwner owner, Runnable onEnd) {
        this.stream = stream;
        this.first = first;
        this.subscriber = subscriber;
        this.owner = owner;
        this.onEnd = onEnd;
    }

    void start(Executor pool) {
        executor = pool;
        // on the pool, like all other signals, and before any of them
        pool.execute(() -> {
            try {
                subscriber.onSubscribe(this);
            } catch (RuntimeException | Error e) {
                cancelled = true;
                onEnd.run();
                stream.cancel("its subscriber failed", e, pool);
                throw e;
            }
            drain = ChunkDrain.start(stream, first, this, pool);
            drain.readable();
        });
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            badRequest = new IllegalArgumentException("request(" + n + "): the demand must be positive");
            stream.cancel("its subscriber requested " + n, badRequest, executor);
            return;
        }
        demand.getAndUpdate(now -> now + n < 0 ? Long.MAX_VALUE : now + n);
        ChunkDrain running = drain;
        if (running != null) {
            running.readable();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        onEnd.run();
        stream.cancel("its subscriber cancelled", null, executor);
    }

    @Override
    public boolean ready() {
        return demand.get() > 0;
    }

    @Override
    public boolean chunk(ChatChunk chunk, Runnable processed) {
        demand.getAndUpdate(now -> now == Long.MAX_VALUE ? now : now - 1);
        if (chunk.last()) {
            // who ends the exchange in onNext of the closing chunk does not cancel the stream
            stream.complete();
            owner.complete(chunk.completion());
        }
        synchronized (this) {
            if (failed) {
                return true;
            }
            inNext = true;
        }
        if (!cancelled) {
            subscriber.onNext(chunk);
        }
        ChatException late;
        synchronized (this) {
            inNext = false;
            late = failedMeanwhile;
        }
        if (late != null) {
            signalError(late);
        }
        return true;
    }

    @Override
    public void end(ChatChunk closing) {
        onEnd.run();
        if (!cancelled) {
            subscriber.onComplete();
        }
    }

    @Override
    public void failed(ChatException failure) {
        synchronized (this) {
            if (inNext) {
                failedMeanwhile = failure;
                return;
            }
            failed = true;
        }
        signalError(failure);
    }

    private void signalError(ChatException failure) {
        onEnd.run();
        if (!cancelled) {
            Throwable bad = badRequest;
            subscriber.onError(bad != null && failure instanceof StreamCancelledException ? bad : failure);
        }
    }
}
