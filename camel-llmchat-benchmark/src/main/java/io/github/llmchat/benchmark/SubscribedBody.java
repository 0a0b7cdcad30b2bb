package io.github.llmchat.benchmark;

import java.util.concurrent.Flow;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChatStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Subscribes to the body, and lets the exchange go on at the end of the stream; no thread waits meanwhile. */
public final class SubscribedBody extends AsyncProcessorSupport {

    private final long demand;

    /** @param demand chunks to ask for at a time, 1 or more */
    public SubscribedBody(long demand) {
        this.demand = demand;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ChunkTaker taker = exchange.getProperty(ChunkTaker.PROPERTY, ChunkTaker.class);
        ChatStream stream = exchange.getMessage().getBody(ChatStream.class);
        stream.subscribe(new Flow.Subscriber<>() {
            private Flow.Subscription subscription;
            private long left = demand;

            @Override
            public void onSubscribe(Flow.Subscription given) {
                subscription = given;
                given.request(demand);
            }

            @Override
            public void onNext(ChatChunk chunk) {
                taker.take(chunk, stream.id());
                if (--left == 0) {
                    left = demand;
                    subscription.request(demand);
                }
            }

            @Override
            public void onError(Throwable failure) {
                exchange.setException(failure);
                callback.done(false);
            }

            @Override
            public void onComplete() {
                callback.done(false);
            }
        });
        return false;
    }
}
