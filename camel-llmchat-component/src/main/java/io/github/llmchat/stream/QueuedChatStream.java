package io.github.llmchat.stream;

import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatChunk;

/** The {@link ChatStream} over a {@link ChunkStream} whose first chunk has arrived. */
final class QueuedChatStream implements ChatStream, ChunkListener {

    private final ChunkStream stream;
    private final Executor executor;
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private final Object monitor = new Object();
    private ChatChunk head;
    private boolean iterating;
    private boolean changed;
    private volatile boolean exhausted;

    QueuedChatStream(ChunkStream stream, ChatChunk first, Executor executor) {
        this.stream = stream;
        this.head = first;
        this.executor = executor;
    }

    @Override
    public String id() {
        return stream.id();
    }

    @Override
    public boolean hasNext() {
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
            exhausted = chunk.last();
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
                stream.cancel("the reading thread was interrupted", e, Runnable::run);
                throw new StreamCancelledException(
                        "The thread that reads the stream was interrupted", ErrorDetails.NONE, null, e);
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
        try {
            claim();
        } catch (IllegalStateException e) {
            subscriber.onSubscribe(new NoDemand());
            subscriber.onError(e);
            return;
        }
        new ChunkSubscription(stream, head, subscriber, () -> exhausted = true).start(executor);
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
