package io.github.llmchat.kafka;

import java.util.Properties;

import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** camel-kafka gives the only bean of its kind to every Kafka endpoint of a context. */
class ConsumersWithoutManualCommitAreLeftAloneTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final KafkaInFlightWindow window = new KafkaInFlightWindow();

    @BeforeEach
    void bind() {
        context.getRegistry().bind("window", window);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource({
            "kafka:a?brokers=localhost:1, false",
            "kafka:a?brokers=localhost:1&autoCommitEnable=false, false",
            "kafka:a?brokers=localhost:1&allowManualCommit=true&batching=true, false",
            "kafka:a?brokers=localhost:1&allowManualCommit=true, true",
            "kafka:a?brokers=localhost:1&allowManualCommit=true&kafkaClientFactory=#window, true" })
    void onlyThoseThatTheWindowHearsOfHaveIt(String uri, boolean windowed) {
        try (Consumer<?, ?> consumer = consumer(uri)) {
            assertThat(consumer instanceof WindowedConsumer).isEqualTo(windowed);
        }
    }

    @Test
    void othersDoNotChangeThat() {
        KafkaEndpoint plain = context.getEndpoint("kafka:a?brokers=localhost:1", KafkaEndpoint.class);
        Properties ofPlain = properties(plain);
        properties(context.getEndpoint("kafka:b?brokers=localhost:1&allowManualCommit=true", KafkaEndpoint.class));

        try (Consumer<?, ?> consumer = window.getConsumer(ofPlain)) {
            assertThat(consumer).isNotInstanceOf(WindowedConsumer.class);
        }
    }

    @Test
    void anEndpointThatNamesTheWindowIsToldWhatItNeeds() {
        assertThatThrownBy(() -> consumer("kafka:a?brokers=localhost:1&kafkaClientFactory=#window"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("allowManualCommit=true");
        assertThatThrownBy(() -> consumer(
                "kafka:a?brokers=localhost:1&kafkaClientFactory=#window&allowManualCommit=true&batching=true"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("batching=false");
    }

    private Consumer<?, ?> consumer(String uri) {
        KafkaEndpoint endpoint = context.getEndpoint(uri, KafkaEndpoint.class);
        return endpoint.getKafkaClientFactory().getConsumer(properties(endpoint));
    }

    /** As camel-kafka makes them. */
    private static Properties properties(KafkaEndpoint endpoint) {
        Properties properties = endpoint.getConfiguration().createConsumerProperties();
        properties.put("bootstrap.servers", endpoint.getKafkaClientFactory().getBrokers(endpoint.getConfiguration()));
        properties.put("group.id", "group");
        properties.put("key.deserializer", StringDeserializer.class.getName());
        properties.put("value.deserializer", StringDeserializer.class.getName());
        return properties;
    }
}
