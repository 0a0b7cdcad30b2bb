package io.github.llmchat.examples.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kafka:} asks for another type with each serializer; the record holds the text all the same. */
class ChunksAndAnswersInKafkaTest {

    private static final String BYTES = "valueSerializer=org.apache.kafka.common.serialization.ByteArraySerializer";

    @Test
    void textArrivesWithBothSerializers() throws Exception {
        try (DemoGateway simulated = DemoGateway.start(0); KafkaBroker broker = KafkaBroker.start();
             DefaultCamelContext context = new DefaultCamelContext()) {
            List<String> topics = List.of("chunks.text", "chunks.bytes", "messages.text", "messages.bytes");
            topics.forEach(topic -> broker.createTopic(topic, 1));
            String model
                    = "llmchat:" + DemoGateway.MODEL + "?apiKey=" + DemoGateway.API_KEY + "&baseUrl=" + simulated.baseUrl();
            String kafka = "?brokers=" + broker.bootstrapServers();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:ask").to(model + "&output=message&chunksTo=direct:chunk")
                            .to("kafka:messages.text" + kafka, "kafka:messages.bytes" + kafka + "&" + BYTES)
                            .convertBodyTo(String.class);
                    from("direct:chunk").to("kafka:chunks.text" + kafka, "kafka:chunks.bytes" + kafka + "&" + BYTES);
                }
            });
            context.start();

            String answer = context.createProducerTemplate().requestBody("direct:ask", "Où est mon colis ? 📦", String.class);

            assertThat(answer).isNotBlank();
            assertThat(values(broker, "messages.text")).containsExactly(answer);
            assertThat(values(broker, "messages.bytes")).containsExactly(answer);
            assertThat(String.join("", values(broker, "chunks.text"))).isEqualTo(answer);
            assertThat(String.join("", values(broker, "chunks.bytes"))).isEqualTo(answer);
        }
    }

    private static List<String> values(KafkaBroker broker, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return values;
    }
}
