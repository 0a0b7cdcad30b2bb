package io.github.llmchat.kafka;

import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;

import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Whether a consumer is to have a window. camel-kafka gives the window to every consumer of a context when it is the
 * only bean of its kind, also to those that know nothing of it; and Kafka's properties do not say which endpoint they
 * are from. So each endpoint's configuration is remembered when Camel asks for its brokers, by the text that it gets.
 */
final class EndpointsOfConsumers {

    private final Map<KafkaConfiguration, String> brokers = new WeakHashMap<>();

    /** {@return the same brokers, as a text of the endpoint's own} */
    synchronized String brokers(KafkaConfiguration configuration, String text) {
        return brokers.compute(configuration, (key, known) -> text.equals(known) ? known : copy(text));
    }

    /**
     * Says whether the endpoint's exchanges will be known to the window.
     *
     * @return                          {@code false} if it only happens to have the window
     * @throws IllegalArgumentException if it names the window but can't be known to it
     */
    boolean windowed(Properties properties, CamelContext context) {
        KafkaConfiguration endpoint = of(properties);
        if (endpoint == null || endpoint.isAllowManualCommit() && !endpoint.isBatching()) {
            return true;
        }
        if (named(endpoint, context)) {
            String need = endpoint.isBatching()
                    ? "batching=false: the window is in place of batches"
                    : "allowManualCommit=true, else the window does not learn what is done";
            throw new IllegalArgumentException(
                    "An endpoint with a KafkaInFlightWindow as kafkaClientFactory needs " + need);
        }
        return false;
    }

    private synchronized KafkaConfiguration of(Properties properties) {
        Object text = properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        for (Map.Entry<KafkaConfiguration, String> each : brokers.entrySet()) {
            if (each.getValue() == text) {
                return each.getKey();
            }
        }
        return null;
    }

    private static boolean named(KafkaConfiguration configuration, CamelContext context) {
        return context != null && context.getEndpoints().stream()
                .anyMatch(endpoint -> endpoint instanceof KafkaEndpoint kafka && kafka.getConfiguration() == configuration
                        && kafka.getEndpointUri().contains("kafkaClientFactory="));
    }

    /** Another object, because it is found by identity. */
    private static String copy(String text) {
        return String.valueOf(text.toCharArray());
    }
}
