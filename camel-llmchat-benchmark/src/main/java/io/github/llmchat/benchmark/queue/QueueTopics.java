package io.github.llmchat.benchmark.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.ConsumerGroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of one run, with names of its own, and what the broker says about them. */
final class QueueTopics implements AutoCloseable {

    private final String brokers;
    private final String run;
    private final int partitions;
    private final Admin admin;

    QueueTopics(KafkaBroker broker, String run, int partitions) {
        this.brokers = broker.bootstrapServers();
        this.run = run;
        this.partitions = partitions;
        broker.createTopic(prompts(), partitions);
        broker.createTopic(results(), partitions);
        admin = Admin.create(Map.of("bootstrap.servers", brokers));
    }

    String run() {
        return run;
    }

    String prompts() {
        return "prompts-" + run;
    }

    String results() {
        return "results-" + run;
    }

    String group() {
        return "workers-" + run;
    }

    /** Prompt {@code i} is record {@code i / partitions} of partition {@code i % partitions}. */
    void put(int prompts) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < prompts; i++) {
                producer.send(new ProducerRecord<>(prompts(), i % partitions, key(i), "Tell me about number " + i));
            }
        }
    }

    static String key(int prompt) {
        return "P-" + prompt;
    }

    String keyAt(int partition, long offset) {
        return key((int) (offset * partitions + partition));
    }

    /** {@return what the group has committed, by partition} */
    Map<Integer, Long> committed() throws InterruptedException, ExecutionException {
        Map<Integer, Long> committed = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : admin.listConsumerGroupOffsets(group())
                .partitionsToOffsetAndMetadata().get().entrySet()) {
            committed.put(each.getKey().partition(), each.getValue().offset());
        }
        return committed;
    }

    long resultsSoFar() throws InterruptedException, ExecutionException {
        List<TopicPartition> all = IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(results(), i)).toList();
        return admin.listOffsets(all.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all().get().values().stream().mapToLong(each -> each.offset()).sum();
    }

    /** {@return whether so many members share the partitions} */
    boolean settled(int members) throws InterruptedException, ExecutionException {
        ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(group())).all().get().get(group());
        return group.state() == ConsumerGroupState.STABLE && group.members().size() == members
                && group.members().stream().noneMatch(member -> member.assignment().topicPartitions().isEmpty());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
