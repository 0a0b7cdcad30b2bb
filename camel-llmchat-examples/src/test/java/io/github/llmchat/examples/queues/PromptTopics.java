package io.github.llmchat.examples.queues;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with the topics of a queue of prompts, and what it says about them. */
final class PromptTopics implements AutoCloseable {

    static final String PROMPTS = "prompts";
    static final String RESULTS = "results";
    static final String FAILED = "prompts.failed";
    static final String GROUP = "workers";

    private final KafkaBroker broker = KafkaBroker.start();
    private final Admin admin;

    PromptTopics(int partitions) {
        for (String topic : List.of(PROMPTS, RESULTS, FAILED)) {
            broker.createTopic(topic, partitions);
        }
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    /** Puts prompts into the topic; their keys, in order. Returns when the broker has all of them. */
    List<String> put(int prompts) {
        List<String> keys = new ArrayList<>();
        try (Producer<String, String> producer = producer()) {
            for (int i = 0; i < prompts; i++) {
                String key = String.format("P-%05d", i);
                producer.send(new ProducerRecord<>(PROMPTS, key, "Tell me about number " + i));
                keys.add(key);
            }
        }
        return keys;
    }

    void put(ProducerRecord<String, String> record) {
        try (Producer<String, String> producer = producer()) {
            producer.send(record);
        }
    }

    private Producer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers(), "acks", "all"), new StringSerializer(), new StringSerializer());
    }

    /** The keys of all results, in the order of the partitions. */
    List<String> results() {
        return records(RESULTS).stream().map(ConsumerRecord::key).toList();
    }

    /** All records of a topic. */
    List<ConsumerRecord<String, String>> records(String topic) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition())).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** What the group has committed, with the notes. */
    Map<TopicPartition, OffsetAndMetadata> committed() throws Exception {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
    }

    /** Offsets of each partition's end that are not committed yet. */
    long uncommitted() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        long uncommitted = 0;
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(PROMPTS).stream()
                    .map(partition -> new TopicPartition(PROMPTS, partition.partition())).toList();
            for (Map.Entry<TopicPartition, Long> end : consumer.endOffsets(partitions).entrySet()) {
                OffsetAndMetadata done = committed.get(end.getKey());
                uncommitted += end.getValue() - (done == null ? 0 : done.offset());
            }
        }
        return uncommitted;
    }

    /** The keys of the prompts that the group's commits, and the notes that stand with them, call done. */
    Set<String> done() throws Exception {
        Map<TopicPartition, Predicate<Long>> done = new TreeMap<>((a, b) -> Integer.compare(a.partition(), b.partition()));
        committed().forEach((partition, offset) -> done.put(partition, saysDone(offset)));
        Set<String> keys = new HashSet<>();
        for (ConsumerRecord<String, String> prompt : records(PROMPTS)) {
            Predicate<Long> partition = done.get(new TopicPartition(PROMPTS, prompt.partition()));
            if (partition != null && partition.test(prompt.offset())) {
                keys.add(prompt.key());
            }
        }
        return keys;
    }

    /** Reads a commit as docs/queues.md describes it. */
    private static Predicate<Long> saysDone(OffsetAndMetadata commit) {
        String[] words = commit.metadata().split(" ");
        if (!words[0].equals("w1")) {
            return offset -> offset < commit.offset();
        }
        long end = commit.offset() + Long.parseLong(words[1], 36);
        Set<Long> open = new HashSet<>(Set.of(commit.offset()));
        long last = commit.offset();
        for (int i = 2; i < words.length; i++) {
            last += Long.parseLong(words[i], 36);
            open.add(last);
        }
        return offset -> offset < end && !open.contains(offset);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
        broker.close();
    }
}
