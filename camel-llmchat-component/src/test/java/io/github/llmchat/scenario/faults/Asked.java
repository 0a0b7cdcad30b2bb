package io.github.llmchat.scenario.faults;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.error.ChatException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;

/** One exchange that was sent into a route, and how often it was reported to be done. */
final class Asked implements AsyncCallback, Synchronization {

    final Exchange exchange;
    final List<String> texts;
    final AtomicInteger callbacks = new AtomicInteger();
    final AtomicInteger completions = new AtomicInteger();

    Asked(Exchange exchange) {
        this.exchange = exchange;
        this.texts = Taking.begin(exchange);
        exchange.getExchangeExtension().addOnCompletion(this);
    }

    @Override
    public void done(boolean doneSync) {
        callbacks.incrementAndGet();
    }

    @Override
    public void onComplete(Exchange done) {
        completions.incrementAndGet();
    }

    @Override
    public void onFailure(Exchange done) {
        completions.incrementAndGet();
    }

    /** The texts of all chunks that a route got. */
    String text() {
        return String.join("", texts);
    }

    ChatException failure() {
        return exchange.getException(ChatException.class);
    }
}
