package io.github.llmchat;

import java.util.List;
import java.util.function.BiConsumer;

import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChunkAccumulator;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;

/**
 * Sends the chunks of one stream through the route {@code chunksVia}, one after the other, and adds up what comes back:
 * the answer is what the route has made of it. For one chunk at a time.
 */
final class ViaRoute {

    private final ChunkExchanges exchanges;
    private final RouteTarget target;
    private final ChunkAccumulator accumulator = new ChunkAccumulator();

    ViaRoute(ChunkExchanges exchanges, RouteTarget target) {
        this.exchanges = exchanges;
        this.target = target;
    }

    /**
     * @param done gets what takes the chunk's place, none to two chunks, or why there is nothing; on this thread or on
     *             another
     */
    void process(ChatChunk chunk, BiConsumer<List<ChatChunk>, RuntimeException> done) {
        Exchange exchange;
        try {
            exchange = create(chunk);
        } catch (StreamCancelledException e) {
            done.accept(null, e);
            return;
        }
        target.send(exchange, doneSync -> {
            List<ChatChunk> result;
            try {
                result = result(exchange, chunk);
            } catch (RuntimeException e) {
                done.accept(null, e);
                return;
            }
            done.accept(result, null);
        });
    }

    /** The same, for who waits in a thread of its own. */
    List<ChatChunk> processAndWait(ChatChunk chunk) {
        Exchange exchange = create(chunk);
        target.sendAndWait(exchange);
        return result(exchange, chunk);
    }

    private Exchange create(ChatChunk chunk) {
        if (!target.isAvailable()) {
            throw failure("no route behind chunksVia=" + target + " is running", null);
        }
        Exchange exchange = exchanges.create(chunk);
        exchange.setPattern(ExchangePattern.InOut);
        return exchange;
    }

    private List<ChatChunk> result(Exchange exchange, ChatChunk chunk) {
        if (exchange.getException() != null) {
            throw failure("chunk " + chunk.index() + " failed in " + target, exchange.getException());
        }
        ChatChunk replaced = replaced(exchange, chunk);
        if (!chunk.last()) {
            if (replaced == null) {
                return List.of();
            }
            accumulator.add(replaced);
            return List.of(replaced);
        }
        boolean more = replaced != null && !replaced.last() && !replaced.content().isEmpty();
        if (more) {
            accumulator.add(replaced);
        }
        ChatChunk closing = ChatChunk.closing(accumulator.completion(), more ? chunk.index() + 1 : chunk.index());
        return more ? List.of(replaced, closing) : List.of(closing);
    }

    private ChatChunk replaced(Exchange exchange, ChatChunk chunk) {
        Object body = exchange.getMessage().getBody();
        if (body == null || body instanceof ChatChunk) {
            return (ChatChunk) body;
        }
        String text = exchange.getContext().getTypeConverter().convertTo(String.class, exchange, body);
        if (text == null) {
            throw failure("chunksVia=" + target + " made a " + body.getClass().getName() + " of chunk " + chunk.index()
                          + ", allowed is a text, a ChatChunk, or null",
                    null);
        }
        return chunk.withContent(text);
    }

    private StreamCancelledException failure(String why, Throwable cause) {
        return new StreamCancelledException(
                "The stream was cancelled: " + why, ErrorDetails.NONE, accumulator.isEmpty() ? null : accumulator.completion(),
                cause);
    }
}
