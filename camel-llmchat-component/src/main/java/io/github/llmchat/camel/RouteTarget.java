package io.github.llmchat.camel;

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

/**
 * Internal. An endpoint that an option names and that gets exchanges of their own: resolved once, with one producer for
 * all of them. Any thread may send.
 */
public final class RouteTarget {

    private final CamelContext context;
    private final Endpoint endpoint;
    private final AsyncProducer producer;
    private final SharedInternalProcessor processor;
    /** Whether the producer does alone: a {@code direct:} route gives its exchanges a unit of work itself. */
    private final boolean bare;
    private volatile List<Route> routes = List.of();

    private RouteTarget(CamelContext context, Endpoint endpoint) throws Exception {
        this.context = context;
        this.endpoint = endpoint;
        this.bare = isDirect() && !(endpoint instanceof InterceptSendToEndpoint);
        InternalProcessorFactory factory = PluginHelper.getInternalProcessorFactory(context);
        this.producer = factory.createAsyncProducer(endpoint);
        // gives each exchange a unit of work of its own, also where the target is no route
        this.processor = factory.createSharedCamelInternalProcessor(context);
    }

    /**
     * Resolves the endpoint.
     *
     * @param  option    the option that names it, for messages
     * @param  uri       the endpoint
     * @return           the target, to be started
     * @throws Exception if there is no such endpoint
     */
    public static RouteTarget resolve(CamelContext context, String option, String uri) throws Exception {
        if (uri.startsWith("kamelet:")) {
            throw new IllegalArgumentException(
                    option + " can't be a Kamelet: point it to a direct: route that has the Kamelet as a step");
        }
        return new RouteTarget(context, context.getEndpoint(uri));
    }

    /** Starts the producer. */
    public void start() {
        ServiceHelper.startService(producer);
    }

    /** Stops the producer. */
    public void stop() {
        ServiceHelper.stopService(producer);
    }

    /** {@return the endpoint} */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Sends an exchange, and does not wait for its end where the endpoint does not. */
    public void send(Exchange exchange, AsyncCallback callback) {
        if (bare) {
            producer.process(exchange, callback);
        } else {
            processor.process(exchange, callback, producer, null);
        }
    }

    /** Waits for the end, in a way that Camel knows of: what the exchange needs may have to run on this very thread. */
    public void sendAndWait(Exchange exchange) {
        processor.process(exchange, producer, null);
    }

    /**
     * Whether somebody takes the exchanges. A {@code direct:} endpoint whose route is stopped would hold a thread for
     * half a minute; while the context starts, that route may still be to come.
     */
    public boolean isAvailable() {
        if (endpoint instanceof InterceptSendToEndpoint interceptor && interceptor.isSkip()) {
            // the interceptor takes them in the route's place
            return true;
        }
        if (isOneStarted(routes)) {
            return true;
        }
        List<Route> known = context.getRoutes().stream().filter(this::startsHere).toList();
        routes = known;
        if (known.isEmpty()) {
            return !isDirect() || !context.isStarted();
        }
        return isOneStarted(known) || !context.isStarted();
    }

    /** Asked for each chunk: a stream here cost 4 % of the whole. */
    private boolean isOneStarted(List<Route> known) {
        for (Route route : known) {
            if (isStarted(route)) {
                return true;
            }
        }
        return false;
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
