package io.github.llmchat;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChunkSink;
import io.github.llmchat.stream.ChunkStream;
import org.apache.camel.Exchange;

/**
 * Each chunk an exchange, sent to the endpoint {@code chunksTo}; the caller goes on when the last one has been
 * processed.
 */
final class ChunkRouteSink implements ChunkSink {

    private final ChunkStream stream;
    private final ChunkExchanges exchanges;
    private final RouteTarget target;
    private final Outcome outcome;

    ChunkRouteSink(ChunkStream stream, ChunkExchanges exchanges, RouteTarget target, Outcome outcome) {
        this.stream = stream;
        this.exchanges = exchanges;
        this.target = target;
        this.outcome = outcome;
    }

    @Override
    public boolean chunk(ChatChunk chunk, Runnable processed) {
        if (!target.isAvailable()) {
            stream.cancel("no route behind chunksTo=" + target + " is running", null, Runnable::run);
            return false;
        }
        Exchange exchange = exchanges.create(chunk);
        // Camel may report the end before it returns, after it, or on another thread: only the two together tell which
        AtomicBoolean first = new AtomicBoolean(true);
        target.send(exchange, doneSync -> {
            if (!first.compareAndSet(true, false) && succeeded(exchange, chunk)) {
                processed.run();
            }
        });
        return !first.compareAndSet(true, false) && succeeded(exchange, chunk);
    }

    private boolean succeeded(Exchange exchange, ChatChunk chunk) {
        Exception failure = exchange.getException();
        if (failure == null) {
            return true;
        }
        stream.cancel("chunk " + chunk.index() + " failed in " + target, failure, Runnable::run);
        return false;
    }

    @Override
    public void end(ChatChunk closing) {
        outcome.answered(closing.completion(), stream.answerHead());
    }

    @Override
    public void failed(ChatException failure) {
        outcome.failed(failure);
    }
}
