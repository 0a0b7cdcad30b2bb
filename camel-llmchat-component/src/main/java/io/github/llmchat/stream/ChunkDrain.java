package io.github.llmchat.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatChunk;

/**
 * Internal. Moves the chunks of one stream to a sink, one at a time and in order, on a pool: it occupies a thread only
 * while there is a chunk to deliver. One hand-over to the pool delivers all chunks that have arrived by then.
 */
public final class ChunkDrain implements ChunkListener {

    private final ChunkStream stream;
    private final ChunkSink sink;
    private final Executor executor;
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    /** Made once, not for each chunk. */
    private final Runnable task = this::run;
    private final Runnable inWorkProcessed = this::processed;
    private ChatChunk pushedBack;
    private volatile ChatChunk inWork;
    private volatile boolean busy;

    private ChunkDrain(ChunkStream stream, ChatChunk first, ChunkSink sink, Executor executor) {
        this.stream = stream;
        this.pushedBack = first;
        this.sink = sink;
        this.executor = executor;
    }

    /** Delivers the stream to the sink, from now to its end. */
    public static ChunkDrain start(ChunkStream stream, ChunkSink sink, Executor executor) {
        return start(stream, null, sink, executor);
    }

    static ChunkDrain start(ChunkStream stream, ChatChunk first, ChunkSink sink, Executor executor) {
        ChunkDrain drain = new ChunkDrain(stream, first, sink, executor);
        stream.listener(drain);
        if (first != null) {
            drain.readable();
        }
        return drain;
    }

    /** Something has changed: there are chunks, or the sink is ready again. From any thread; does not block. */
    @Override
    public void readable() {
        if (signals.getAndIncrement() == 0) {
            executor.execute(task);
        }
    }

    @Override
    public void cancelled(ChatException reason, Executor reactOn) {
        // not through run(): that may be stuck in a route for ever
        reactOn.execute(() -> fail(reason));
    }

    private void run() {
        int seen = signals.get();
        do {
            try {
                deliver();
            } catch (ChatException e) {
                fail(e);
            } catch (RuntimeException | Error e) {
                // a sink does not throw; if it does all the same, its stream ends, not the pool's thread
                stream.cancel("delivering a chunk failed", e, Runnable::run);
                fail(new StreamCancelledException("Delivering a chunk failed", ErrorDetails.NONE, null, e));
            }
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }

    private void deliver() {
        while (!busy && !ended.get() && sink.ready()) {
            ChatChunk chunk = next();
            if (chunk == null) {
                return;
            }
            busy = true;
            inWork = chunk;
            if (sink.chunk(chunk, inWorkProcessed)) {
                busy = false;
                endAfter(chunk);
            }
        }
    }

    private ChatChunk next() {
        ChatChunk chunk = pushedBack;
        pushedBack = null;
        return chunk != null ? chunk : stream.poll();
    }

    private void processed() {
        ChatChunk chunk = inWork;
        if (chunk.last()) {
            endAfter(chunk);
        } else {
            busy = false;
            readable();
        }
    }

    private void endAfter(ChatChunk chunk) {
        if (chunk.last() && stream.complete() && ended.compareAndSet(false, true)) {
            sink.end(chunk);
        }
    }

    private void fail(ChatException failure) {
        if (ended.compareAndSet(false, true)) {
            sink.failed(failure);
        }
    }
}
