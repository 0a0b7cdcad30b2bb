package io.github.llmchat.examples.queues;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.LlmChatConfiguration;
import io.github.llmchat.cache.JdbcCompletionCache;
import io.github.llmchat.kafka.KafkaInFlightWindow;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** One worker: a Camel context with routes that read the queue. */
final class Worker implements AutoCloseable {

    final DefaultCamelContext context = new DefaultCamelContext();
    final KafkaInFlightWindow window = new KafkaInFlightWindow();
    final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Properties properties = new Properties();

    Worker(String brokers) {
        context.getRegistry().bind("window", window);
        context.getRegistry().bind("stored", new Stored(stored));
        context.getComponent("kafka", KafkaComponent.class).getConfiguration().setBrokers(brokers);
        in(PromptRoutes.WINDOW + "&" + PromptRoutes.COOPERATIVE);
    }

    /** Where the answers come from, and the name that this worker has there. */
    Worker asks(String baseUrl, String name) {
        LlmChatConfiguration model = context.getComponent("llmchat", LlmChatComponent.class).getConfiguration();
        model.setBaseUrl(baseUrl);
        // a header that makes no request another one
        model.setAdditionalHeader(Map.of("User-Agent", name));
        return this;
    }

    /** Where answers are kept, so that they are not paid for twice. */
    Worker keeps(DataSource database) {
        JdbcCompletionCache cache = new JdbcCompletionCache(database);
        cache.setCreateTable(true);
        LlmChatConfiguration model = context.getComponent("llmchat", LlmChatComponent.class).getConfiguration();
        model.setCompletionCache(cache);
        // on a busy machine patience is cheaper than a prompt
        model.setCacheTimeout(60_000);
        return this;
    }

    /** The options of the consumer. */
    Worker in(String options) {
        return property("in", options);
    }

    Worker property(String name, String value) {
        properties.setProperty(name, value);
        return this;
    }

    Worker start(RouteBuilder routes) throws Exception {
        context.getPropertiesComponent().setInitialProperties(properties);
        context.addRoutes(routes);
        context.start();
        return this;
    }

    @Override
    public void close() {
        context.stop();
    }

    /** What has a result that the broker has acknowledged. */
    public record Stored(Set<String> keys) {

        /** Takes note of a key. */
        public void add(String key) {
            keys.add(key);
        }
    }
}
