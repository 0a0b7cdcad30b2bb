package io.github.llmchat.benchmark.queue;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.LlmChatConfiguration;
import io.github.llmchat.kafka.KafkaInFlightWindow;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context that works off a queue of prompts. */
final class QueueWorker implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();

    QueueWorker(String brokers, String gateway, String name, String run, Pattern pattern, int inFlight) throws Exception {
        if (pattern == Pattern.window) {
            KafkaInFlightWindow window = new KafkaInFlightWindow();
            window.setMaxInFlight(inFlight);
            context.getRegistry().bind("window", window);
        }
        Properties properties = new Properties();
        properties.setProperty("run", run);
        properties.setProperty("inFlight", Integer.toString(inFlight));
        context.getPropertiesComponent().setInitialProperties(properties);
        context.getComponent("kafka", KafkaComponent.class).getConfiguration().setBrokers(brokers);
        LlmChatConfiguration model = context.getComponent("llmchat", LlmChatComponent.class).getConfiguration();
        model.setBaseUrl(gateway);
        model.setAdditionalHeader(Map.of(LogNormalGateway.WORKER_HEADER, name));
        context.addRoutes(new Routes(pattern, stored));
        context.start();
    }

    /** {@return the keys of the prompts whose results the broker has acknowledged} */
    Set<String> stored() {
        return stored;
    }

    @Override
    public void close() {
        context.stop();
    }

    private static final class Routes extends RouteBuilder {

        private final Pattern pattern;
        private final Set<String> stored;

        Routes(Pattern pattern, Set<String> stored) {
            this.pattern = pattern;
            this.stored = stored;
        }

        @Override
        public void configure() {
            String kafka = "kafka:prompts-{{run}}?groupId=workers-{{run}}&autoOffsetReset=earliest&pollTimeoutMs=500&"
                           + pattern.options();
            if (pattern == Pattern.batches) {
                from(kafka)
                        .process(batch -> batch.setProperty("records", Batch.records(batch)))
                        .split(exchangeProperty("records")).parallelProcessing()
                            .to("direct:prompt")
                        .end()
                        .process(Batch::commit);
            } else {
                from(kafka).to("seda:work");
                from("seda:work").to("direct:prompt");
            }
            from("direct:prompt")
                    .to("llmchat:log-normal")
                    .to("kafka:results-{{run}}")
                    .process(done -> stored.add(done.getMessage().getHeader("kafka.KEY", String.class)));
        }
    }
}
