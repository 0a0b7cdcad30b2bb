package io.github.llmchat.examples.tickets;

import java.util.Map;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.view.LiveView;
import org.apache.camel.main.Main;

/** Camel with the example's route file, its beans, and where broker and gateway are. */
final class TicketDesk implements AutoCloseable {

    static final String CONSUMER_GROUP = "ticket-desk";
    static final String ROUTES = "tickets/routes.yaml";

    private final Main main;

    private TicketDesk(Main main) {
        this.main = main;
    }

    static TicketDesk start(KafkaBroker broker, Gateway gateway, LiveView view) {
        Main main = new Main();
        // main.start() installs no shutdown hook: the demo decides itself in which order things stop
        main.configure().withRoutesIncludePattern("classpath:" + ROUTES);
        main.configure().withAutoConfigurationLogSummary(false);
        beans(view).forEach(main::bind);
        properties(broker, gateway).forEach(main::addInitialProperty);
        main.start();
        return new TicketDesk(main);
    }

    /** The beans that the routes name. */
    static Map<String, Object> beans(LiveView view) {
        return Map.of("classifier", new Classifier(), "view", view);
    }

    /** Where broker and gateway are, and what keeps results from being lost. */
    static Map<String, String> properties(KafkaBroker broker, Gateway gateway) {
        String never = String.valueOf(Integer.MAX_VALUE);
        return Map.of(
                "camel.component.kafka.brokers", broker.bootstrapServers(),
                // a result is not given up while the broker is away: the producer keeps trying, and nothing is committed
                "camel.component.kafka.configuration.delivery-timeout-ms", never,
                "camel.component.kafka.configuration.max-block-ms", never,
                "camel.component.llmchat.base-url", gateway.baseUrl(),
                "camel.component.llmchat.api-key", gateway.apiKey(),
                "llmchat.model", gateway.model());
    }

    @Override
    public void close() {
        main.stop();
    }
}
