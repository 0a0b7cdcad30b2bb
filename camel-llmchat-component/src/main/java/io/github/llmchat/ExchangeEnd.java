package io.github.llmchat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** The moment at which an exchange goes on: exactly once, whoever reports first. Any thread may call it. */
final class ExchangeEnd {

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final AtomicBoolean decided = new AtomicBoolean();

    ExchangeEnd(Exchange exchange, AsyncCallback callback) {
        this.exchange = exchange;
        this.callback = callback;
    }

    /** The exchange goes on with what this puts into it; with its exception if it throws one. */
    void with(Consumer<Exchange> result) {
        if (decided.compareAndSet(false, true)) {
            try {
                result.accept(exchange);
            } catch (RuntimeException e) {
                Outcome.fail(exchange, e);
            }
            callback.done(false);
        }
    }

    void failed(Exception failure) {
        if (decided.compareAndSet(false, true)) {
            Outcome.fail(exchange, failure);
            callback.done(false);
        }
    }
}
