package io.github.llmchat;

import java.util.List;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.apache.camel.spi.InternalProcessorFactory;
import org.apache.camel.spi.SharedInternalProcessor;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.StringHelper;

/** The endpoint that gets the chunk exchanges: resolved once, with one producer for all streams. */
final class ChunkTarget {

    private final CamelContext context;
    private final Endpoint endpoint;
    private final AsyncProducer producer;
    private final SharedInternalProcessor processor;
    private volatile List<Route> routes = List.of();

    private ChunkTarget(CamelContext context, Endpoint endpoint) throws Exception {
        this.context = context;
        this.endpoint = endpoint;
        InternalProcessorFactory factory = PluginHelper.getInternalProcessorFactory(context);
        this.producer = factory.createAsyncProducer(endpoint);
        // gives each chunk exchange a unit of work of its own, also where the target is no route
        this.processor = factory.createSharedCamelInternalProcessor(context);
    }

    static ChunkTarget resolve(CamelContext context, String option, String uri) throws Exception {
        if (uri.startsWith("kamelet:")) {
            throw new IllegalArgumentException(
                    option + " can't be a Kamelet: point it to a direct: route that has the Kamelet as a step");
        }
        return new ChunkTarget(context, context.getEndpoint(uri));
    }

    void start() {
        ServiceHelper.startService(producer);
    }

    void stop() {
        ServiceHelper.stopService(producer);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    void send(Exchange exchange, AsyncCallback callback) {
        processor.process(exchange, callback, producer, null);
    }

    /** Waits for the end, in a way that Camel knows of: what the exchange needs may have to run on this very thread. */
    void sendAndWait(Exchange exchange) {
        processor.process(exchange, producer, null);
    }

    /**
     * Whether somebody takes the chunks. A {@code direct:} endpoint whose route is stopped would hold a thread for half
     * a minute; while the context starts, that route may still be to come.
     */
    boolean isAvailable() {
        if (endpoint instanceof InterceptSendToEndpoint interceptor && interceptor.isSkip()) {
            // the interceptor takes the chunks in the route's place
            return true;
        }
        List<Route> known = routes;
        if (known.isEmpty() || known.stream().noneMatch(this::isStarted)) {
            known = context.getRoutes().stream().filter(this::startsHere).toList();
            routes = known;
        }
        if (known.isEmpty()) {
            return !isDirect() || !context.isStarted();
        }
        return known.stream().anyMatch(this::isStarted) || !context.isStarted();
    }

    private boolean startsHere(Route route) {
        // two direct: endpoints are one if they have the same name, whatever their options
        return route.getEndpoint() == endpoint || isDirect() && name(route.getEndpoint()).equals(name(endpoint));
    }

    private boolean isDirect() {
        return endpoint.getEndpointUri().startsWith("direct:");
    }

    private static String name(Endpoint endpoint) {
        return StringHelper.before(endpoint.getEndpointUri(), "?", endpoint.getEndpointUri());
    }

    private boolean isStarted(Route route) {
        ServiceStatus status = context.getRouteController().getRouteStatus(route.getRouteId());
        return status != null && (status.isStarted() || status.isSuspending() || status.isStopping());
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
