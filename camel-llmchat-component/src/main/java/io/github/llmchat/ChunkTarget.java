package io.github.llmchat;

import io.github.llmchat.camel.RouteTarget;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;

/** The endpoint that gets the chunk exchanges: resolved once, with one producer for all streams. */
final class ChunkTarget {

    private final RouteTarget target;

    private ChunkTarget(RouteTarget target) {
        this.target = target;
    }

    static ChunkTarget resolve(CamelContext context, String uri) throws Exception {
        return new ChunkTarget(RouteTarget.resolve(context, "chunksTo", uri));
    }

    void start() {
        target.start();
    }

    void stop() {
        target.stop();
    }

    Endpoint endpoint() {
        return target.endpoint();
    }

    void send(Exchange exchange, AsyncCallback callback) {
        target.send(exchange, callback);
    }

    /** Whether somebody takes the chunks. */
    boolean isAvailable() {
        return target.isAvailable();
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
