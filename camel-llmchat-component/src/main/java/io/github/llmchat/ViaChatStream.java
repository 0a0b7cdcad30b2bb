package io.github.llmchat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChatStream;

/** A stream whose chunks go through a route before its reader gets them. */
final class ViaChatStream implements ChatStream {

    private final ChatStream source;
    private final ViaRoute via;
    private final Deque<ChatChunk> ready = new ArrayDeque<>();
    private volatile boolean closed;

    ViaChatStream(ChatStream source, ViaRoute via) {
        this.source = source;
        this.via = via;
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public boolean hasNext() {
        return !closed && (!ready.isEmpty() || source.hasNext());
    }

    @Override
    public ChatChunk next() {
        while (!closed) {
            ChatChunk chunk = ready.poll();
            if (chunk != null) {
                return chunk;
            }
            ready.addAll(processed(source.next()));
        }
        throw new NoSuchElementException("The stream is at its end");
    }

    private List<ChatChunk> processed(ChatChunk chunk) {
        try {
            return via.processAndWait(chunk);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ChatChunk> subscriber) {
        source.subscribe(new ViaSubscription(via, subscriber));
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
