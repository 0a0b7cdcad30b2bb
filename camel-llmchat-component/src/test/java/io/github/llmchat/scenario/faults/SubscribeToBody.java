package io.github.llmchat.scenario.faults;

import java.util.concurrent.Flow;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChatStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Subscribes to the stream in the body; the exchange goes on when the stream has ended, and no thread waits for it. */
final class SubscribeToBody extends AsyncProcessorSupport {

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        exchange.getMessage().getBody(ChatStream.class).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ChatChunk chunk) {
                Taking.chunk(exchange, chunk);
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
