package io.github.llmchat.examples.tickets;

import java.util.HashMap;
import java.util.Map;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.gateway.GatewayAddress;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Camel that runs a route file of the class path. */
public final class RouteFile implements AutoCloseable {

    private final Main main;

    private RouteFile(Main main) {
        this.main = main;
    }

    /**
     * Starts Camel. It installs no shutdown hook: the program decides in which order things stop.
     *
     * @param  file       the file in the class path
     * @param  beans      the beans that its routes name
     * @param  properties the properties that they name, and Camel's own
     * @return            Camel, started; the caller closes it
     */
    public static RouteFile start(String file, Map<String, Object> beans, Map<String, String> properties) {
        Main main = new Main();
        main.configure().withRoutesIncludePattern("classpath:" + file);
        main.configure().withAutoConfigurationLogSummary(false);
        beans.forEach(main::bind);
        properties.forEach(main::addInitialProperty);
        main.start();
        return new RouteFile(main);
    }

    /**
     * Where broker and gateway are, and what keeps results from being lost.
     *
     * @param  broker  the broker
     * @param  gateway the gateway
     * @return         Camel's properties
     */
    public static Map<String, String> properties(KafkaBroker broker, GatewayAddress gateway) {
        String never = String.valueOf(Integer.MAX_VALUE);
        Map<String, String> properties = new HashMap<>(gateway.properties());
        properties.put("camel.component.kafka.brokers", broker.bootstrapServers());
        // a result is not given up while the broker is away: the producer keeps trying, and nothing is committed
        properties.put("camel.component.kafka.configuration.delivery-timeout-ms", never);
        properties.put("camel.component.kafka.configuration.max-block-ms", never);
        return properties;
    }

    /**
     * The Camel that runs.
     *
     * @return its context
     */
    public CamelContext context() {
        return main.getCamelContext();
    }

    /** Stops Camel. */
    @Override
    public void close() {
        main.stop();
    }
}
