package io.github.llmchat.benchmark.driver;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Producer;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Routes that keep a thread for as long as a call takes. Thread-safe. */
final class BlockingRoutes implements AutoCloseable {

    private static final String CALL = "call";

    private final CallingThreads threads = new CallingThreads();
    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, Producer> entries = new LinkedHashMap<>();

    /** @param entries the endpoints that calls are sent to */
    BlockingRoutes(RoutesBuilder routes, String... entries) throws Exception {
        context.getShutdownStrategy().setTimeout(2);
        context.addRoutes(routes);
        context.start();
        for (String entry : entries) {
            Producer producer = context.getEndpoint(entry).createProducer();
            producer.start();
            this.entries.put(entry, producer);
        }
    }

    /** {@return the call that an exchange, or one of its parts, belongs to} */
    static Call call(Exchange exchange) {
        return exchange.getProperty(CALL, Call.class);
    }

    /** Sends the call to this entry, on a thread that waits for its end and tells it. */
    void send(String entry, Call call) {
        threads.run(() -> call.ended(process(entries.get(entry), call)));
    }

    private static Throwable process(Producer entry, Call call) {
        Exchange exchange = entry.getEndpoint().createExchange(ExchangePattern.InOut);
        exchange.getMessage().getHeaders().putAll(CallerHeaders.ALL);
        exchange.getMessage().setBody(call.prompt());
        exchange.setProperty(CALL, call);
        try {
            entry.process(exchange);
        } catch (Exception e) {
            return e;
        }
        return exchange.getException();
    }

    @Override
    public void close() {
        context.stop();
        threads.close();
    }
}
