package io.github.llmchat.examples.camelk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.testing.RecordedRequest;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The order desk for Camel K: its flows as they stand, with a real broker; gateway and order service are scripted. */
class QuestionsAreAnsweredWithAToolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WANTS_ORDER = """
            {"choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":null,"tool_calls":\
            [{"id":"c1","type":"function","function":{"name":"get_order","arguments":"{\\"number\\":%s}"}}]}}]}""";

    @RegisterExtension
    final ScriptedGateway gateway = new ScriptedGateway();
    @RegisterExtension
    final ScriptedGateway orders = new ScriptedGateway();

    @Test
    void theOrderServiceIsAskedForTheNumberThatTheModelWants(@TempDir Path folder) throws Exception {
        orders.willAnswer(Script.json("{\"status\":\"on its way\"}"));
        gateway.willAnswer(
                Script.json(WANTS_ORDER.formatted("\\\"../admin\\\"")), Script.json(WANTS_ORDER.formatted("17")),
                Script.answer("Order 17 is on its way."));
        try (KafkaBroker broker = KafkaBroker.start()) {
            List.of("questions", "replies", "questions.failed").forEach(topic -> broker.createTopic(topic, 1));
            Main main = start(broker, IntegrationFlows.write("camel-k/order-desk-integration.yaml", folder));
            try {
                send(broker, "customer-7", "Where is order 17?");

                ConsumerRecord<String, String> reply = reply(broker);
                assertThat(reply.key()).isEqualTo("customer-7");
                assertThat(reply.value()).isEqualTo("Order 17 is on its way.");
            } finally {
                main.stop();
            }
        }
        // what does not match the schema never got there
        assertThat(orders.requests()).extracting(RecordedRequest::path).containsExactly("/orders/17");
        assertThat(gateway.requests()).last().satisfies(
                request -> assertThat(request.body()).contains("on its way"));
    }

    private Main start(KafkaBroker broker, Path flows) {
        Main main = new Main();
        main.configure().withRoutesIncludePattern("file:" + flows);
        main.addInitialProperty("kafka.brokers", broker.bootstrapServers());
        main.addInitialProperty("llmchat.model", "vendor/model:7b");
        main.addInitialProperty("camel.component.llmchat.base-url", gateway.baseUrl());
        main.addInitialProperty("orders.url", "http://127.0.0.1:" + orders.port());
        main.start();
        return main;
    }

    private static void send(KafkaBroker broker, String key, String question) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("questions", key, question));
        }
    }

    private static ConsumerRecord<String, String> reply(KafkaBroker broker) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(
                    new TopicPartition("replies", 0), new TopicPartition("questions.failed", 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    assertThat(record.topic()).as(record.toString()).isEqualTo("replies");
                    return record;
                }
            }
        }
        throw new AssertionError("no reply within " + PATIENCE);
    }
}
