package io.github.llmchat.scenario.chunks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceHelper;

/** An exchange on its way, sent without a thread that waits for it. */
final class RunningCall {

    private final AsyncProducer producer;
    private final Exchange exchange;
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Exchange> end = new CompletableFuture<>();

    RunningCall(Endpoint endpoint, Processor setUp) {
        try {
            producer = endpoint.createAsyncProducer();
            exchange = endpoint.createExchange();
            setUp.process(exchange);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    RunningCall start() {
        ServiceHelper.startService(producer);
        producer.process(exchange, doneSync -> {
            ends.incrementAndGet();
            end.complete(exchange);
        });
        return this;
    }

    Exchange exchange() {
        return exchange;
    }

    boolean hasEnded() {
        return end.isDone();
    }

    /** How often the exchange was told to have ended. */
    int ends() {
        return ends.get();
    }

    /** Waits for the exchange's end. */
    Exchange end() {
        try {
            return end.get(ChunkScenario.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("The exchange has not ended in time", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end; the exception that the exchange ended with. */
    <T extends Exception> T failure(Class<T> type) {
        Exception failure = end().getException();
        if (!type.isInstance(failure)) {
            throw new AssertionError("Expected a " + type.getSimpleName() + ", got " + failure, failure);
        }
        return type.cast(failure);
    }

    /** Waits for the end, which must be a success; the text in the exchange's body. */
    String answer() {
        Exchange ended = end();
        if (ended.getException() != null) {
            throw new AssertionError("The exchange failed", ended.getException());
        }
        return ended.getMessage().getBody(String.class);
    }
}
