package io.github.llmchat.examples.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import io.github.llmchat.examples.tickets.RouteFile;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Camel with the gateway's route file; broker and upstreams are given. */
final class TeamGateway implements AutoCloseable {

    static final String ROUTES = "gateway/routes.yaml";
    static final String TOPIC = "gateway.usage";
    static final String HOST = "127.0.0.1";

    private static final String SETTINGS = "/gateway/gateway.properties";

    private final RouteFile routes;
    private final String url;

    private TeamGateway(RouteFile routes) {
        this.routes = routes;
        VertxPlatformHttpRouter router
                = routes.context().getRegistry().findSingleByType(VertxPlatformHttpRouter.class);
        this.url = "http://" + HOST + ":" + router.getServer().getPort();
    }

    /**
     * Starts it, on the loopback address.
     *
     * @param  port  where it listens; 0 for a free one
     * @param  clock says which hour the budgets are for
     * @return       the gateway, ready for calls; the caller closes it
     */
    static TeamGateway start(KafkaBroker broker, Upstreams upstreams, int port, Clock clock) {
        broker.createTopic(TOPIC, 1);
        Map<String, String> properties = new HashMap<>(settings());
        properties.putAll(upstreams.properties());
        properties.put("camel.component.kafka.brokers", broker.bootstrapServers());
        properties.put("camel.server.host", HOST);
        properties.put("camel.server.port", String.valueOf(port));
        properties.put("gateway.instance", UUID.randomUUID().toString());
        Map<String, Object> beans = Map.of("usage", new UsageMeter(clock), "budget", new TokenBudget(clock));
        return new TeamGateway(RouteFile.start(ROUTES, beans, properties));
    }

    private static Map<String, String> settings() {
        Properties read = new Properties();
        try (InputStream file = TeamGateway.class.getResourceAsStream(SETTINGS)) {
            read.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(SETTINGS + " can't be read", e);
        }
        Map<String, String> settings = new HashMap<>();
        read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
        return settings;
    }

    /** Of the page; the API's is the same with {@code /v1}. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        routes.close();
    }
}
