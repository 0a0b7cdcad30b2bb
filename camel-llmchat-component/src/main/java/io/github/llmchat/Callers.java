package io.github.llmchat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.github.llmchat.stream.OpenCall;
import org.apache.camel.Exchange;

/**
 * The exchanges that wait for a call. Camel tells a producer nothing when the thread that waits for its exchange is
 * interrupted, as it is when a caller's time is up: it sets an exception on the exchange, and goes on. Nobody else may
 * do so while a call has the exchange, so looking now and then is enough. Thread-safe.
 */
final class Callers {

    /** Gateways send a chunk less often than that, if the caller's time is up because of them. */
    static final long INTERVAL_MILLIS = 200;

    private final Map<String, Caller> waiting = new ConcurrentHashMap<>();

    private record Caller(OpenCall call, Exchange exchange, Exception before) {

        boolean hasGone() {
            return exchange.getException() != before;
        }
    }

    /** From now on the exchange is the call's. */
    void add(OpenCall call, Exchange exchange) {
        waiting.put(call.id(), new Caller(call, exchange, exchange.getException()));
    }

    /** The exchange goes on; to be called before it does. */
    void remove(String id) {
        waiting.remove(id);
    }

    /** Cancels the calls whose callers no longer wait. */
    void cancelAbandoned(Executor executor) {
        waiting.values().stream().filter(Caller::hasGone).forEach(
                caller -> caller.call().cancel("its caller no longer waits", caller.exchange().getException(), executor));
    }
}
