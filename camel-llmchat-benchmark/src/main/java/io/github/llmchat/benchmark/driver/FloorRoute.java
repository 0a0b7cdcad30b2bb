package io.github.llmchat.benchmark.driver;

import java.io.IOException;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The route that the floor's chunks are sent to: one exchange each, with the caller's headers. For one thread. */
final class FloorRoute implements AutoCloseable {

    private static final String ENTRY = "direct:chunk";
    private static final String CALL = "call";
    /** The route has no step that goes on elsewhere: its exchange is at its end when {@code process} returns. */
    private static final AsyncCallback NOTHING = sync -> {
    };

    private final CamelContext context = new DefaultCamelContext();
    private final Endpoint endpoint;
    private final AsyncProducer producer;

    FloorRoute() throws Exception {
        context.getShutdownStrategy().setTimeout(2);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(ENTRY).process(exchange -> exchange.getProperty(CALL, Call.class)
                        .chunk(exchange.getMessage().getBody(String.class)));
            }
        });
        context.start();
        endpoint = context.getEndpoint(ENTRY);
        producer = endpoint.createAsyncProducer();
        producer.start();
    }

    void send(Call call, String text) throws IOException {
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(text);
        exchange.getMessage().getHeaders().putAll(CallerHeaders.ALL);
        exchange.setProperty(CALL, call);
        producer.process(exchange, NOTHING);
        if (exchange.getException() != null) {
            throw new IOException("The route failed", exchange.getException());
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
