package io.github.llmchat.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;

/**
 * Internal. Waits, without a thread, until the first chunk of a stream has arrived, so that what fails before fails for
 * the caller and not for the stream's reader.
 */
public final class FirstChunk implements ChunkSink {

    private final ChunkStream stream;
    private final Executor executor;
    private final StreamOwner owner;
    private final Consumer<ChatStream> arrived;
    private final Consumer<ChatException> failed;
    private final AtomicBoolean decided = new AtomicBoolean();

    /**
     * @param owner   on whose behalf the stream is going to be read
     * @param arrived gets the stream, on the pool
     * @param failed  gets the reason why there is none, on the pool
     */
    public FirstChunk(ChunkStream stream, Executor executor, StreamOwner owner, Consumer<ChatStream> arrived,
                      Consumer<ChatException> failed) {
        this.stream = stream;
        this.executor = executor;
        this.owner = owner;
        this.arrived = arrived;
        this.failed = failed;
    }

    @Override
    public boolean chunk(ChatChunk chunk, Runnable processed) {
        if (decided.compareAndSet(false, true)) {
            arrived.accept(new QueuedChatStream(stream, chunk, executor, owner));
        }
        // never processed, as far as this sink goes: from here on the stream's own reader takes over
        return false;
    }

    @Override
    public void end(ChatChunk closing) {
        // the one chunk that was taken is never reported as processed
    }

    @Override
    public void failed(ChatException failure) {
        // a cancellation after the first chunk is the reader's to see
        if (decided.compareAndSet(false, true)) {
            failed.accept(failure);
        }
    }
}
