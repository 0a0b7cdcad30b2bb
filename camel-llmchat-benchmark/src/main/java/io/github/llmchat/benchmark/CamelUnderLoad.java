package io.github.llmchat.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.LlmChatComponent;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with the routes of a run. Calls go in without a thread of their own. Thread-safe. */
public final class CamelUnderLoad implements AutoCloseable {

    private static final long SETTLE_MILLIS = 10_000;

    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, AsyncProducer> entries = new LinkedHashMap<>();

    /**
     * Starts the context.
     *
     * @param  baseUrl   the gateway's
     * @param  routes    what is called
     * @param  entries   the endpoints that calls are sent to
     * @throws Exception if the context does not start
     */
    public CamelUnderLoad(String baseUrl, RoutesBuilder routes, String... entries) throws Exception {
        context.getShutdownStrategy().setTimeout(2);
        component().getConfiguration().setBaseUrl(baseUrl);
        context.addRoutes(routes);
        context.start();
        for (String entry : entries) {
            AsyncProducer producer = context.getEndpoint(entry).createAsyncProducer();
            producer.start();
            this.entries.put(entry, producer);
        }
    }

    /** {@return the component under load} */
    public LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }

    /** {@return a new exchange for this entry} */
    public Exchange exchange(String entry) {
        return entries.get(entry).getEndpoint().createExchange(ExchangePattern.InOut);
    }

    /** Sends an exchange to this entry, without waiting for what becomes of it. */
    public void send(String entry, Exchange exchange, AsyncCallback callback) {
        entries.get(entry).process(exchange, callback);
    }

    /** {@return the counters that are not 0, though no call runs} Gives the last of them a moment. */
    public Map<String, Integer> leftOver() throws InterruptedException {
        long end = System.currentTimeMillis() + SETTLE_MILLIS;
        while (!counters().isEmpty() && System.currentTimeMillis() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return counters();
    }

    private Map<String, Integer> counters() {
        LlmChatComponent component = component();
        Map<String, Integer> counters = new LinkedHashMap<>();
        counters.put("OpenStreams", component.getOpenStreams());
        counters.put("OpenCalls", component.getOpenCalls());
        counters.put("LeasedConnections", component.getLeasedConnections());
        counters.put("BufferedChunks", component.getBufferedChunks());
        counters.put("WaitingRequests", component.getWaitingRequests());
        counters.values().removeIf(count -> count == 0);
        return counters;
    }

    @Override
    public void close() {
        context.stop();
    }
}
