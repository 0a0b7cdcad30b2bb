package io.github.llmchat.examples.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import io.github.llmchat.examples.tickets.gateway.GatewayCall;

/**
 * The two upstreams that the routes know as east and west: simulated ones in this process, or those that the
 * environment names.
 */
final class Upstreams implements AutoCloseable {

    static final String EAST_MODEL = "east-large-simulated";
    static final String QUICK_MODEL = "east-small-simulated";
    static final String WEST_MODEL = "west-large-simulated";

    private final Map<String, String> properties;
    private final DemoGateway east;
    private final DemoGateway west;

    private Upstreams(Map<String, String> properties, DemoGateway east, DemoGateway west) {
        this.properties = properties;
        this.east = east;
        this.west = west;
    }

    /** @param chunksPerSecond of the simulated ones; 0 for as fast as the client reads */
    static Upstreams simulated(int chunksPerSecond) {
        DemoGateway east = DemoGateway.start(chunksPerSecond, new SimulatedAssistant(true, EAST_MODEL, QUICK_MODEL));
        DemoGateway west = DemoGateway.start(chunksPerSecond, new SimulatedAssistant(false, WEST_MODEL));
        Map<String, String> properties = new HashMap<>();
        put(properties, "east", east.baseUrl(), DemoGateway.API_KEY, EAST_MODEL);
        put(properties, "west", west.baseUrl(), DemoGateway.API_KEY, WEST_MODEL);
        properties.put("quick.model", QUICK_MODEL);
        return new Upstreams(properties, east, west);
    }

    /**
     * The ones that {@code GATEWAY_EAST_URL}, {@code _KEY}, {@code _MODEL} and the same of {@code WEST} name. West is
     * east where it has nothing of its own; {@code GATEWAY_QUICK_MODEL} is a model of east.
     *
     * @throws IllegalArgumentException if east has a URL, but no model
     */
    static Upstreams fromEnvironmentOrSimulated(Map<String, String> environment, int chunksPerSecond) {
        String url = environment.getOrDefault("GATEWAY_EAST_URL", "");
        if (url.isBlank()) {
            return simulated(chunksPerSecond);
        }
        String model = environment.getOrDefault("GATEWAY_EAST_MODEL", "");
        if (model.isBlank()) {
            throw new IllegalArgumentException("With GATEWAY_EAST_URL, set GATEWAY_EAST_MODEL, too (and GATEWAY_EAST_KEY)");
        }
        String key = environment.getOrDefault("GATEWAY_EAST_KEY", "none");
        Map<String, String> properties = new HashMap<>();
        put(properties, "east", url, key, model);
        put(
                properties, "west", environment.getOrDefault("GATEWAY_WEST_URL", url),
                environment.getOrDefault("GATEWAY_WEST_KEY", key), environment.getOrDefault("GATEWAY_WEST_MODEL", model));
        properties.put("quick.model", environment.getOrDefault("GATEWAY_QUICK_MODEL", model));
        return new Upstreams(properties, null, null);
    }

    private static void put(Map<String, String> properties, String name, String url, String key, String model) {
        properties.put(name + ".url", url);
        properties.put(name + ".key", key);
        properties.put(name + ".model", model);
    }

    Map<String, String> properties() {
        return properties;
    }

    private boolean simulated() {
        return east != null;
    }

    /** How many calls of the simulated ones ended in a certain way. */
    long count(GatewayCall.End end) {
        return gateways().stream().mapToLong(gateway -> gateway.ledger().count(end)).sum();
    }

    private List<DemoGateway> gateways() {
        return simulated() ? List.of(east, west) : List.of();
    }

    /** Lines for people. */
    List<String> announcement() {
        if (simulated()) {
            return List
                    .of("Upstreams east and west: SIMULATED in this process, answers are fixed texts, no language model runs");
        }
        return List.of("Upstream east: " + properties.get("east.url") + ", model " + properties.get("east.model"),
                "Upstream west: " + properties.get("west.url") + ", model " + properties.get("west.model"));
    }

    @Override
    public void close() {
        gateways().forEach(DemoGateway::close);
    }
}
