package io.github.llmchat.benchmark.jmh;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.model.ChatChunk;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * A Camel context with a route that adds up the lengths of the texts that it gets, and one that asks each chunk for a
 * header, too. For one thread.
 */
final class ChunkRoute extends RouteBuilder implements AutoCloseable {

    private static final String URI = "direct:chunks";
    private static final String ASKING = "direct:asking";
    private static final String HEADER = "tenant";
    private static final Map<String, Object> CALLER_HEADERS = Map.of(
            HEADER, "acme", "breadcrumb", "ID-4711-0001", "orderId", 4711L, "priority", 5, "replyChannel", "orders");

    private final CamelContext context = new DefaultCamelContext();
    private final Endpoint endpoint;
    private final RouteTarget target;
    private final RouteTarget asking;
    private final AsyncProducer producer;
    private long characters;

    ChunkRoute() throws Exception {
        context.addRoutes(this);
        context.start();
        endpoint = context.getEndpoint(URI);
        target = target(URI);
        asking = target(ASKING);
        producer = endpoint.createAsyncProducer();
        producer.start();
    }

    private RouteTarget target(String uri) throws Exception {
        RouteTarget resolved = RouteTarget.resolve(context, "chunksTo", uri);
        resolved.start();
        return resolved;
    }

    @Override
    public void configure() {
        from(URI).process(this::add);
        from(ASKING).process(this::ask).process(this::add);
    }

    private void ask(Exchange exchange) {
        characters += exchange.getMessage().getHeader(HEADER, String.class).length();
    }

    private void add(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        characters += (body instanceof ChatChunk chunk ? chunk.content() : text((JsonNode) body)).length();
    }

    private static String text(JsonNode chunk) {
        return chunk.path("choices").path(0).path("delta").path("content").asText("");
    }

    /** What {@code chunksTo} of an endpoint is. */
    RouteTarget target() {
        return target;
    }

    /** The same before a route that asks for a header. */
    RouteTarget asking() {
        return asking;
    }

    /** An exchange with five headers and no body. */
    Exchange exchange() {
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().getHeaders().putAll(CALLER_HEADERS);
        return exchange;
    }

    /** Sends a chunk by the shortest way: an exchange with five headers, and the endpoint's producer. */
    void send(JsonNode chunk) {
        Exchange exchange = exchange();
        exchange.getMessage().setBody(chunk);
        producer.process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                throw new IllegalStateException(exchange.getException());
            }
        });
    }

    /** {@return the characters that have come since this was asked last} */
    long characters() {
        long sum = characters;
        characters = 0;
        return sum;
    }

    @Override
    public void close() {
        context.stop();
    }
}
