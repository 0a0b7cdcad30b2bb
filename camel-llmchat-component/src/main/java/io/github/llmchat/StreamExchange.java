package io.github.llmchat;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.stream.ChunkStream;
import io.github.llmchat.stream.StreamOwner;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The exchange that has a stream as its body, whichever copy of it Camel goes on with. The stream is closed when it is done,
 * read or not. A Split that stops on an exception would read the rest of the stream, to throw it away, before it is done: that
 * the exchange has failed tells the stream not to wait for the rest.
 */
final class StreamExchange extends SynchronizationAdapter implements StreamOwner {

    private final ChunkStream stream;
    private final ResponseBinding binding;
    private volatile Exchange exchange;
    private volatile ChatStream body;

    StreamExchange(Exchange exchange, ChunkStream stream, ResponseBinding binding) {
        this.exchange = exchange;
        this.stream = stream;
        this.binding = binding;
    }

    /** From now on this is the exchange's stream. */
    void begin(ChatStream chunks) {
        body = chunks;
        binding.stream(exchange, chunks, stream.answerHead());
        exchange.getExchangeExtension().addOnCompletion(this);
    }

    @Override
    public void complete(ChatCompletion completion) {
        binding.checkFinishReasons(completion, stream.answerHead());
    }

    @Override
    public boolean hasFailed() {
        return exchange.getException() != null;
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
