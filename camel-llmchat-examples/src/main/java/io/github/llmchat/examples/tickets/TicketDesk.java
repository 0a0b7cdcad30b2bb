package io.github.llmchat.examples.tickets;

import java.util.Map;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.view.LiveView;

/** Camel with the example's route file, its beans, and where broker and gateway are. */
final class TicketDesk implements AutoCloseable {

    static final String CONSUMER_GROUP = "ticket-desk";
    static final String ROUTES = "tickets/routes.yaml";

    private final RouteFile routes;

    private TicketDesk(RouteFile routes) {
        this.routes = routes;
    }

    static TicketDesk start(KafkaBroker broker, Gateway gateway, LiveView view) {
        return new TicketDesk(RouteFile.start(ROUTES, beans(view), properties(broker, gateway)));
    }

    /** The beans that the routes name. */
    static Map<String, Object> beans(LiveView view) {
        return Map.of("classifier", new Classifier(), "view", view);
    }

    /** Where broker and gateway are, and what keeps results from being lost. */
    static Map<String, String> properties(KafkaBroker broker, Gateway gateway) {
        return RouteFile.properties(broker, gateway.address());
    }

    @Override
    public void close() {
        routes.close();
    }
}
