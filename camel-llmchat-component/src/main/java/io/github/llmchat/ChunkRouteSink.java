package io.github.llmchat;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChunkSink;
import io.github.llmchat.stream.ChunkStream;
import org.apache.camel.AsyncCallback;
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
        Delivery delivery = new Delivery(exchanges.create(chunk), chunk, processed);
        target.send(delivery.exchange, delivery);
        return delivery.isSecond() && succeeded(delivery.exchange, chunk);
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

    /**
     * One chunk under way. Camel may report the end before {@code send} returns, after it, or on another thread: only
     * the second of the two knows that both are there.
     */
    private final class Delivery implements AsyncCallback {

        private final Exchange exchange;
        private final ChatChunk chunk;
        private final Runnable processed;
        private boolean firstIsThere;

        private Delivery(Exchange exchange, ChatChunk chunk, Runnable processed) {
            this.exchange = exchange;
            this.chunk = chunk;
            this.processed = processed;
        }

        private synchronized boolean isSecond() {
            boolean second = firstIsThere;
            firstIsThere = true;
            return second;
        }

        @Override
        public void done(boolean doneSync) {
            if (isSecond() && succeeded(exchange, chunk)) {
                processed.run();
            }
        }
    }
}
