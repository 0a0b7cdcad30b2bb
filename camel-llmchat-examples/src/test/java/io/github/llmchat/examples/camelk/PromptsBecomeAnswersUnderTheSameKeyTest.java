package io.github.llmchat.examples.camelk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

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
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The Pipe and the Integration for Camel K, each as it stands, run by Camel Main with a real broker. */
class PromptsBecomeAnswersUnderTheSameKeyTest {

    private static final List<String> TOPICS = List.of("prompts", "answers", "prompts.failed");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final ScriptedGateway GATEWAY = new ScriptedGateway();

    private static KafkaBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.start();
        TOPICS.forEach(topic -> broker.createTopic(topic, 2));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void answer() {
        GATEWAY.alwaysAnswers(request -> request.body().contains("too long")
                ? Script.error(400, "invalid_request_error", "context_length_exceeded", "Too long")
                : Script.answer("answer to " + request.json().at("/messages/1/content").asText()));
    }

    @Test
    void inAPipe() throws Exception {
        Map<String, ConsumerRecord<String, String>> results = run("classpath:camel-k/prompts-pipe.yaml", "pipe");

        assertResults(results, "pipe");
        assertThat(results.get("pipe-failed").topic()).isEqualTo("prompts.failed");
        assertThat(results.get("pipe-failed").value()).isEqualTo("pipe prompt that is too long");
    }

    @Test
    void inAnIntegration(@TempDir Path folder) throws Exception {
        Path flows = IntegrationFlows.write("camel-k/prompts-integration.yaml", folder);
        Map<String, ConsumerRecord<String, String>> results = run("file:" + flows, "integration");

        assertResults(results, "integration");
        ConsumerRecord<String, String> failed = results.get("integration-failed");
        assertThat(failed.topic()).isEqualTo("prompts.failed");
        assertThat(failed.value()).isEqualTo("integration prompt that is too long");
        assertThat(header(failed, "error")).isEqualTo("ContextLengthException");
        assertThat(header(failed, "reason")).contains("400");
    }

    private static void assertResults(Map<String, ConsumerRecord<String, String>> results, String prefix) {
        for (int i = 0; i < 5; i++) {
            ConsumerRecord<String, String> answer = results.get(prefix + "-" + i);
            assertThat(answer.topic()).isEqualTo("answers");
            assertThat(answer.value()).isEqualTo("answer to " + prefix + " prompt " + i);
            assertThat(answer.headers()).extracting(Header::key).noneMatch(key -> key.startsWith("Camel"));
        }
        List<RecordedRequest> requests = GATEWAY.requests().stream()
                .filter(request -> request.body().contains(prefix + " prompt")).toList();
        assertThat(requests).hasSize(6).allSatisfy(request -> {
            assertThat(request.header("Authorization")).isEqualTo("Bearer sk-camel-k");
            assertThat(request.json().path("model").asText()).isEqualTo("vendor/model:7b");
            assertThat(request.json().path("max_tokens").asInt()).isEqualTo(500);
            assertThat(request.json().at("/messages/0/content").asText()).isEqualTo("Answer in one paragraph.");
        });
    }

    /** {@return what came out, by key} */
    private static Map<String, ConsumerRecord<String, String>> run(String file, String prefix) throws Exception {
        Main main = new Main();
        main.configure().withRoutesIncludePattern(file);
        main.addInitialProperty("kafka.brokers", broker.bootstrapServers());
        main.addInitialProperty("llmchat.model", "vendor/model:7b");
        main.addInitialProperty("camel.component.llmchat.base-url", GATEWAY.baseUrl());
        main.addInitialProperty("camel.component.llmchat.api-key", "sk-camel-k");
        main.start();
        try {
            send(prefix);
            return results(prefix, 6);
        } finally {
            main.stop();
        }
    }

    private static void send(String prefix) {
        Properties configuration = new Properties();
        configuration.put("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                configuration, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 5; i++) {
                producer.send(new ProducerRecord<>("prompts", prefix + "-" + i, prefix + " prompt " + i));
            }
            producer.send(new ProducerRecord<>("prompts", prefix + "-failed", prefix + " prompt that is too long"));
        }
    }

    private static Map<String, ConsumerRecord<String, String>> results(String prefix, int wanted) {
        Map<String, ConsumerRecord<String, String>> results = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = TOPICS.subList(1, 3).stream()
                    .flatMap(topic -> List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)).stream()).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (results.size() < wanted && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(result -> {
                    if (result.key().startsWith(prefix)) {
                        assertThat(results.put(result.key(), result)).as("second result for %s", result.key()).isNull();
                    }
                });
            }
        }
        assertThat(results).hasSize(wanted);
        return results;
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
