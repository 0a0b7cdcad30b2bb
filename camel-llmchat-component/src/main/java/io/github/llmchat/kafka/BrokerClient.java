package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;

/** What the window itself asks of Kafka's consumer, always on the thread that polls. The methods are Kafka's. */
interface BrokerClient {

    ConsumerRecords<Object, Object> poll(Duration timeout);

    Set<TopicPartition> assignment();

    Set<TopicPartition> paused();

    void pause(Collection<TopicPartition> partitions);

    void resume(Collection<TopicPartition> partitions);

    void seek(TopicPartition partition, long offset);

    long position(TopicPartition partition, Duration timeout);

    Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions, Duration timeout);

    void commitAsync(Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback);

    void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout);
}
