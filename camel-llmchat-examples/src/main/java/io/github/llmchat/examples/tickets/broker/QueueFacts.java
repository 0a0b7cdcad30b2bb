package io.github.llmchat.examples.tickets.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What the broker itself says about a route that takes from one topic and puts results into others.
 *
 * @param records     how many records came to the topic that the route takes from
 * @param results     the records that came to each topic of results, in the order of the partitions
 * @param uncommitted records whose offset the route's consumer group has not committed
 */
public record QueueFacts(long records, Map<String, List<ConsumerRecord<String, String>>> results, long uncommitted) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    /**
     * Asks the broker, and reads all results since the run began. To be called when the route has stopped: what is
     * committed later is not seen.
     *
     * @param  bootstrapServers      the broker's bootstrap servers
     * @param  consumerGroup         the group id of the route's consumer
     * @param  queue                 the topic that the route takes from
     * @param  resultTopics          the topics of results
     * @param  before                where the topics ended before the run
     * @return                       the facts
     * @throws IllegalStateException if the broker does not answer
     */
    public static QueueFacts read(
            String bootstrapServers, String consumerGroup, String queue, Collection<String> resultTopics, TopicMarks before) {
        List<String> topics = new ArrayList<>(resultTopics);
        topics.add(queue);
        TopicMarks now = TopicMarks.take(bootstrapServers, topics);
        Map<String, List<ConsumerRecord<String, String>>> results = new TreeMap<>();
        try (Consumer<String, String> consumer = new KafkaConsumer<>(configuration(bootstrapServers))) {
            resultTopics.forEach(topic -> results.put(topic, records(consumer, topic, before, now)));
        }
        return new QueueFacts(
                now.recordsSince(queue, before), results, uncommitted(bootstrapServers, consumerGroup, queue, before, now));
    }

    /**
     * The keys of the results in a topic.
     *
     * @param  topic one of the topics of results
     * @return       the keys, in the order of the partitions
     */
    public List<String> keys(String topic) {
        return results.get(topic).stream().map(result -> String.valueOf(result.key())).toList();
    }

    private static Properties configuration(String bootstrapServers) {
        Properties configuration = new Properties();
        configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return configuration;
    }

    private static List<ConsumerRecord<String, String>> records(
            Consumer<String, String> consumer, String topic, TopicMarks before, TopicMarks now) {
        List<TopicPartition> partitions = now.offsets().keySet().stream()
                .filter(partition -> partition.topic().equals(topic)).toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, before.offsets().getOrDefault(partition, 0L)));
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < now.offsets().get(partition))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Topic " + topic + " was not read to its end in " + READ_TIMEOUT);
            }
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static long uncommitted(
            String bootstrapServers, String consumerGroup, String queue, TopicMarks before, TopicMarks now) {
        try (Admin admin = Admin.create(KafkaBroker.adminConfiguration(bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> committed
                    = admin.listConsumerGroupOffsets(consumerGroup).partitionsToOffsetAndMetadata().get();
            return now.offsets().entrySet().stream().filter(end -> end.getKey().topic().equals(queue))
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
