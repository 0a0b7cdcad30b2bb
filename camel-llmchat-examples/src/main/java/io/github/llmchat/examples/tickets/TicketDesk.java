package io.github.llmchat.examples.tickets;

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
        main.bind("batch", new KafkaBatch());
        main.bind("classifier", new Classifier());
        main.bind("view", view);
        properties(main, broker.bootstrapServers(), gateway);
        main.start();
        return new TicketDesk(main);
    }

    private static void properties(Main main, String bootstrapServers, Gateway gateway) {
        main.addInitialProperty("camel.component.kafka.brokers", bootstrapServers);
        // a result is not given up while the broker is away: the producer keeps trying, and nothing is committed
        main.addInitialProperty("camel.component.kafka.configuration.delivery-timeout-ms", String.valueOf(Integer.MAX_VALUE));
        main.addInitialProperty("camel.component.kafka.configuration.max-block-ms", String.valueOf(Integer.MAX_VALUE));
        main.addInitialProperty("camel.component.llmchat.base-url", gateway.baseUrl());
        main.addInitialProperty("camel.component.llmchat.api-key", gateway.apiKey());
        main.addInitialProperty("llmchat.model", gateway.model());
    }

    @Override
    public void close() {
        main.stop();
    }
}
