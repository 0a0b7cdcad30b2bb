package io.github.llmchat.stream;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;

/** The {@link ChatStream} over a {@link ChunkStream} whose first chunk has arrived. */
final class QueuedChatStream implements ChatStream, ChunkListener {

    private final ChunkStream stream;
    private final Executor executor;
    private final StreamOwner owner;
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private final Object monitor = new Object();
    private ChatChunk head;
    private boolean iterating;
    private boolean changed;
    private volatile boolean exhausted;

    QueuedChatStream(ChunkStream stream, ChatChunk first, Executor executor, StreamOwner owner) {
        this.stream = stream;
        this.head = first;
        this.executor = executor;
        this.owner = owner;
    }

    @Override
    public String id() {
        return stream.id();
    }

    @Override
    public boolean hasNext() {
        if (!exhausted && owner.wantsNoMore()) {
            exhausted = true;
            // another thread may wait in next(): what it gets is what the exchange ends with
            stream.cancel("its reader has stopped", owner.failure(), executor);
        }
        return !exhausted;
    }

    @Override
    public ChatChunk next() {
        if (exhausted) {
            throw new NoSuchElementException("The stream is at its end");
        }
        startIterating();
        try {
            ChatChunk chunk = take();
            if (chunk.last()) {
                stream.complete();
                owner.complete(chunk.completion());
                exhausted = true;
            }
            return chunk;
        } catch (ChatException e) {
            exhausted = true;
            throw e;
        }
    }

    private void startIterating() {
        if (!iterating) {
            claim();
            iterating = true;
            stream.listener(this);
        }
    }

    private void claim() {
        if (!subscribed.compareAndSet(false, true)) {
            throw new IllegalStateException("The stream " + id() + " has a reader already: its chunks can be read once");
        }
    }

    private ChatChunk take() {
        if (head != null) {
            ChatChunk first = head;
            head = null;
            return first;
        }
        for (;;) {
            ChatChunk chunk = stream.poll();
            if (chunk != null) {
                return chunk;
            }
            awaitChange();
        }
    }

    private void awaitChange() {
        synchronized (monitor) {
            try {
                while (!changed) {
                    monitor.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                // the next look at the stream throws, with what had arrived
                stream.cancel("the reading thread was interrupted", e, Runnable::run);
            }
            changed = false;
        }
    }

    @Override
    public void readable() {
        synchronized (monitor) {
            changed = true;
            monitor.notifyAll();
        }
    }

    @Override
    public void cancelled(ChatException reason, Executor reactOn) {
        readable();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ChatChunk> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        try {
            claim();
        } catch (IllegalStateException e) {
            subscriber.onSubscribe(new NoDemand());
            subscriber.onError(e);
            return;
        }
        new ChunkSubscription(stream, head, subscriber, owner, () -> exhausted = true).start(executor);
    }

    @Override
    public void close() {
        exhausted = true;
        stream.cancel("the stream was closed", null, executor);
    }

    @Override
    public String toString() {
        return "ChatStream[" + id() + (exhausted ? ", at its end]" : "]");
    }

    /** For a subscriber that is refused: the specification wants onSubscribe before onError. */
    private static final class NoDemand implements Flow.Subscription {

        @Override
        public void request(long n) {
            // nothing will come
        }

        @Override
        public void cancel() {
            // nothing runs
        }
    }
}
