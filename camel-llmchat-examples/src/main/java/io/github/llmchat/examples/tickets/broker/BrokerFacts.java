package io.github.llmchat.examples.tickets.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

import io.github.llmchat.examples.tickets.TicketFeed;
import io.github.llmchat.examples.tickets.view.Outcome;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What the broker itself says about a run.
 *
 * @param tickets     records that came to the topic of the tickets
 * @param results     keys of the records that came to the topic of each outcome, in the order of the partitions
 * @param uncommitted tickets whose offset the route's consumer group has not committed
 */
public record BrokerFacts(long tickets, Map<Outcome, List<String>> results, long uncommitted) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    /**
     * Asks the broker, and reads all results since the run began. To be called when the route has stopped: what is
     * committed later is not seen.
     *
     * @param  bootstrapServers      the broker's bootstrap servers
     * @param  consumerGroup         the group id of the route's consumer
     * @param  before                where the topics ended before the first ticket was sent
     * @return                       the facts
     * @throws IllegalStateException if the broker does not answer
     */
    public static BrokerFacts read(String bootstrapServers, String consumerGroup, TopicMarks before) {
        TopicMarks now = TopicMarks.take(bootstrapServers);
        Map<Outcome, List<String>> results = new EnumMap<>(Outcome.class);
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(configuration(bootstrapServers))) {
            for (Outcome outcome : Outcome.values()) {
                results.put(outcome, keys(consumer, outcome.topic(), before, now));
            }
        }
        return new BrokerFacts(
                now.recordsSince(TicketFeed.TOPIC, before), results, uncommitted(bootstrapServers, consumerGroup, before, now));
    }

    private static Properties configuration(String bootstrapServers) {
        Properties configuration = new Properties();
        configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return configuration;
    }

    private static List<String> keys(Consumer<String, byte[]> consumer, String topic, TopicMarks before, TopicMarks now) {
        List<TopicPartition> partitions = now.offsets().keySet().stream()
                .filter(partition -> partition.topic().equals(topic)).toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, before.offsets().getOrDefault(partition, 0L)));
        List<String> keys = new ArrayList<>();
        long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < now.offsets().get(partition))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Topic " + topic + " was not read to its end in " + READ_TIMEOUT);
            }
            consumer.poll(POLL).forEach(result -> keys.add(String.valueOf(result.key())));
        }
        return keys;
    }

    private static long uncommitted(String bootstrapServers, String consumerGroup, TopicMarks before, TopicMarks now) {
        try (Admin admin = Admin.create(KafkaBroker.adminConfiguration(bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> committed
                    = admin.listConsumerGroupOffsets(consumerGroup).partitionsToOffsetAndMetadata().get();
            return now.offsets().entrySet().stream().filter(end -> end.getKey().topic().equals(TicketFeed.TOPIC))
                    .mapToLong(end -> {
                        OffsetAndMetadata done = committed.get(end.getKey());
                        long upTo = done == null ? before.offsets().getOrDefault(end.getKey(), 0L) : done.offset();
                        return Math.max(0, end.getValue() - upTo);
                    }).sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not tell what group " + consumerGroup + " committed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked for committed offsets", e);
        }
    }
}
