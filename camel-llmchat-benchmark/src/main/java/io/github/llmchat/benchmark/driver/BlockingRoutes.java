package io.github.llmchat.benchmark.driver;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Producer;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Routes that keep a thread for as long as a call takes. Thread-safe. */
final class BlockingRoutes implements Driver {

    /** Where streamed calls come in. */
    static final String STREAM = "direct:stream";
    /** Where the others come in. */
    static final String PLAIN = "direct:plain";

    private static final String CALL = "call";

    private final CallingThreads threads = new CallingThreads();
    private final CamelContext context = new DefaultCamelContext();
    private final Producer stream;
    private final Producer plain;
    private final Runnable atEnd;

    /**
     * @param routes from both entries
     * @param atEnd  runs when no call runs any more
     */
    BlockingRoutes(RoutesBuilder routes, Runnable atEnd) throws Exception {
        this.atEnd = atEnd;
        context.getShutdownStrategy().setTimeout(2);
        context.addRoutes(routes);
        context.start();
        stream = producer(STREAM);
        plain = producer(PLAIN);
    }

    private Producer producer(String entry) throws Exception {
        Producer producer = context.getEndpoint(entry).createProducer();
        producer.start();
        return producer;
    }

    /** {@return the call that an exchange, or one of its parts, belongs to} */
    static Call call(Exchange exchange) {
        return exchange.getProperty(CALL, Call.class);
    }

    @Override
    public void stream(Call call) {
        threads.run(() -> call.ended(process(stream, call)));
    }

    @Override
    public void plain(Call call) {
        threads.run(() -> call.ended(process(plain, call)));
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
        atEnd.run();
    }
}
