package io.github.llmchat.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Kafka's own mock of a consumer, as the window sees it: one topic, keys and values that say which record it is. */
final class MockBroker extends MockConsumer<Object, Object> implements BrokerClient {

    static final String TOPIC = "tickets";

    private long next;
    private boolean silent;

    MockBroker() {
        super(OffsetResetStrategy.EARLIEST);
    }

    static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }

    /** Takes all partitions of a test, from offset 0 on. */
    MockBroker with(List<TopicPartition> partitions) {
        subscribe(List.of(TOPIC));
        rebalance(partitions);
        partitions.forEach(partition -> updateBeginningOffsets(Map.of(partition, 0L)));
        return this;
    }

    void put(int partition, String... keys) {
        for (String key : keys) {
            addRecord(new ConsumerRecord<>(TOPIC, partition, next, key, "value " + next));
            next++;
        }
    }

    void put(int partition, int records) {
        for (int i = 0; i < records; i++) {
            put(partition, "key " + next);
        }
    }

    /** The next record gets this offset: those between are not there, as in a compacted topic. */
    void goOnAt(long offset) {
        next = offset;
    }

    /** Commits arrive, but nobody is told. */
    void loseAnswersToCommits() {
        silent = true;
    }

    @Override
    public synchronized void commitAsync(Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
        super.commitAsync(offsets, silent ? (done, failure) -> {
        } : callback);
    }

    OffsetAndMetadata committed(int partition) {
        return committed(Set.of(partition(partition))).get(partition(partition));
    }
}
