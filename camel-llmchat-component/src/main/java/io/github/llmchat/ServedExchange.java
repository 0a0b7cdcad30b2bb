package io.github.llmchat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.OpenCall;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;

/**
 * What an exchange knows of the client whose request it is: the calls that are made for it end when the client leaves,
 * and an answer that the route leaves as it is goes to the client as the gateway sent it. Copies of the exchange know
 * it, too. Thread-safe.
 */
final class ServedExchange {

    private static final String PROPERTY = "CamelLlmChatServedExchange";
    private static final String ANSWER = "CamelLlmChatServedAnswer";
    private static final String GONE = "the client has gone";

    /** Those that have ended are nobody's any more. */
    private final List<WeakReference<OpenCall>> calls = new ArrayList<>();
    private boolean gone;

    /** What an answer was, and the body that was made of it. */
    private record Answer(Object body, ChatCompletion completion) {
    }

    static ServedExchange begin(Exchange exchange) {
        ServedExchange served = new ServedExchange();
        exchange.setProperty(PROPERTY, served);
        return served;
    }

    /** The one that an exchange belongs to; null if no client waits for it. */
    static ServedExchange of(Exchange exchange) {
        // what is wire-tapped or queued is not for the client
        return exchange.getPattern() == ExchangePattern.InOnly ? null : exchange.getProperty(PROPERTY, ServedExchange.class);
    }

    /** A call that is made for the client. */
    void calls(OpenCall call, Executor executor) {
        synchronized (this) {
            calls.removeIf(earlier -> earlier.get() == null);
            calls.add(new WeakReference<>(call));
            if (!gone) {
                return;
            }
        }
        call.cancel(GONE, null, executor);
    }

    void clientGone(Executor executor) {
        List<WeakReference<OpenCall>> open;
        synchronized (this) {
            gone = true;
            open = List.copyOf(calls);
        }
        for (WeakReference<OpenCall> reference : open) {
            OpenCall call = reference.get();
            if (call != null) {
                call.cancel(GONE, null, executor);
            }
        }
    }

    /** Remembers what a body was made of. */
    static void answered(Exchange exchange, Object body, ChatCompletion completion) {
        if (of(exchange) != null) {
            exchange.setProperty(ANSWER, new Answer(body, completion));
        }
    }

    /** The completion of which the exchange's body was made; null if it is not the same body any more. */
    static ChatCompletion untouched(Exchange exchange) {
        Answer answer = exchange.getProperty(ANSWER, Answer.class);
        return answer != null && answer.body() == exchange.getMessage().getBody() ? answer.completion() : null;
    }
}
