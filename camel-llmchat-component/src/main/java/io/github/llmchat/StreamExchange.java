package io.github.llmchat;

import java.util.Map;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.stream.ChunkStream;
import io.github.llmchat.stream.StreamOwner;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The exchange that has a stream as its body, whichever copy of it Camel goes on with. The stream is closed when it is
 * done, read or not.
 * <p>
 * A Split that stops early, on an exception or by its timeout, would read the rest of the stream, to throw it away,
 * before the exchange goes on. It takes its aggregation strategy off the exchange before it does so, and sets the
 * exception.
 */
final class StreamExchange extends SynchronizationAdapter implements StreamOwner {

    private final ChunkStream stream;
    private final ResponseBinding binding;
    private final BoundRequest request;
    private volatile Exchange exchange;
    private volatile ChatStream body;
    private volatile int strategiesBefore;
    private volatile boolean splitting;

    StreamExchange(Exchange exchange, ChunkStream stream, BoundRequest request, ResponseBinding binding) {
        this.exchange = exchange;
        this.stream = stream;
        this.request = request;
        this.binding = binding;
    }

    /** From now on this is the exchange's stream. */
    void begin(ChatStream chunks) {
        body = chunks;
        strategiesBefore = strategies();
        binding.stream(exchange, request, chunks, stream.answerHead());
        exchange.getExchangeExtension().addOnCompletion(this);
    }

    @Override
    public void complete(ChatCompletion completion) {
        binding.checkStreamed(request, completion, stream.answerHead());
        binding.handOut(exchange, request);
    }

    @Override
    public boolean wantsNoMore() {
        if (strategies() > strategiesBefore) {
            // a failed part alone does not stop a Split
            splitting = true;
            return false;
        }
        return splitting || exchange.getException() != null;
    }

    @Override
    public Throwable failure() {
        return exchange.getException();
    }

    private int strategies() {
        Map<?, ?> strategies = exchange.getProperty(ExchangePropertyKey.AGGREGATION_STRATEGY, Map.class);
        return strategies == null ? 0 : strategies.size();
    }

    @Override
    public void beforeHandover(Exchange target) {
        exchange = target;
    }

    @Override
    public void onDone(Exchange done) {
        body.close();
    }
}
