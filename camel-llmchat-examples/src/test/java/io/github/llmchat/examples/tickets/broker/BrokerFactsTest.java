package io.github.llmchat.examples.tickets.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.Ticket;
import io.github.llmchat.examples.tickets.TicketFeed;
import io.github.llmchat.examples.tickets.view.Outcome;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerFactsTest {

    private static final List<Ticket> TICKETS = List.of(
            new Ticket("T-1", "Ann", "one"), new Ticket("T-2", "Bob", "two"), new Ticket("T-3", "Cem", "three"));

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start();
        TopicMarks.TOPICS.forEach(topic -> broker.createTopic(topic, 2));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void countsOnlyWhatCameSinceTheRunBegan() {
        new TicketFeed(TICKETS).send(broker.bootstrapServers());
        result("answers", "T-1");
        TopicMarks before = TopicMarks.take(broker.bootstrapServers());

        new TicketFeed(TICKETS).send(broker.bootstrapServers());
        result("answers", "T-2");
        result("answers", "T-1");
        result("tickets.failed", "T-3");
        BrokerFacts facts = BrokerFacts.read(broker.bootstrapServers(), "nobody", before);

        assertThat(facts.tickets()).isEqualTo(3);
        assertThat(facts.uncommitted()).isEqualTo(3);
        assertThat(facts.results().get(Outcome.ANSWERED)).containsExactlyInAnyOrder("T-2", "T-1");
        assertThat(facts.results().get(Outcome.ESCALATED)).isEmpty();
        assertThat(facts.results().get(Outcome.FAILED)).containsExactly("T-3");
    }

    @Test
    void knowsWhatTheGroupHasNotCommitted() {
        TopicMarks before = TopicMarks.take(broker.bootstrapServers());
        new TicketFeed(TICKETS).send(broker.bootstrapServers());
        TopicMarks after = TopicMarks.take(broker.bootstrapServers());

        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "tickets-route"),
                new StringDeserializer(), new StringDeserializer())) {
            for (TopicPartition partition : List.of(new TopicPartition("tickets", 0), new TopicPartition("tickets", 1))) {
                consumer.assign(List.of(partition));
                consumer.commitSync(
                        Map.of(partition, new OffsetAndMetadata(after.offsets().get(partition) - partition.partition())),
                        Duration.ofSeconds(10));
            }
        }

        assertThat(BrokerFacts.read(broker.bootstrapServers(), "tickets-route", before).uncommitted()).isEqualTo(1);
    }

    private static void result(String topic, String key) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, "text"));
        }
    }
}
