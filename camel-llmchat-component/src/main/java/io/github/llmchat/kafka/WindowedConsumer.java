package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.camel.Exchange;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Kafka consumer that Camel polls. What the window does not change is Kafka's. */
final class WindowedConsumer extends KafkaConsumer<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(WindowedConsumer.class);

    private final WindowedPoll poll;
    private boolean pollFailed;

    WindowedConsumer(Properties configuration, Window window, WindowSettings settings) {
        super(configuration);
        poll = new WindowedPoll(new Plain(), window, settings);
    }

    void started(TopicPartition partition, long offset, Exchange exchange) {
        poll.started(partition, offset, exchange);
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        pollFailed = false;
        try {
            return poll.poll(timeout);
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            pollFailed = true;
            throw e;
        }
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Rebalances(listener));
    }

    @Override
    public void subscribe(Pattern pattern, ConsumerRebalanceListener listener) {
        super.subscribe(pattern, new Rebalances(listener));
    }

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        poll.assignments().pausedByCamel(partitions);
        super.pause(partitions);
    }

    /** Only Camel's own pause ends: at the next poll the window sees which partitions are fetched from. */
    @Override
    public void resume(Collection<TopicPartition> partitions) {
        poll.assignments().resumedByCamel(partitions);
    }

    /** After a failed poll Camel skips one record of every partition; but no record was at fault. */
    @Override
    public void seek(TopicPartition partition, long offset) {
        if (pollFailed) {
            LOG.warn("{} is not put to offset {}, no record is skipped because a poll failed", partition, offset);
        } else {
            poll.assignments().soughtTo(partition, offset);
            super.seek(partition, offset);
        }
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        poll.assignments().soughtTo(partition, offset.offset());
        super.seek(partition, offset);
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        partitions.forEach(poll.assignments()::restart);
        super.seekToBeginning(partitions);
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        partitions.forEach(poll.assignments()::restart);
        super.seekToEnd(partitions);
    }

    @Override
    public void close() {
        poll.assignments().allGo();
        super.close();
    }

    @Override
    public void close(Duration timeout) {
        poll.assignments().allGo();
        super.close(timeout);
    }

    /**
     * The window first when partitions go, so that it commits what Camel or its users may look at; last when they come.
     */
    private final class Rebalances implements ConsumerRebalanceListener {

        private final ConsumerRebalanceListener camel;

        Rebalances(ConsumerRebalanceListener camel) {
            this.camel = camel;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            poll.assignments().revoked(partitions);
            camel.onPartitionsRevoked(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            poll.assignments().lost(partitions);
            camel.onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            camel.onPartitionsAssigned(partitions);
            poll.assignments().assigned(partitions);
        }
    }

    /** Kafka's consumer as it is. */
    private final class Plain implements BrokerClient {

        @Override
        public ConsumerRecords<Object, Object> poll(Duration timeout) {
            return WindowedConsumer.super.poll(timeout);
        }

        @Override
        public Set<TopicPartition> assignment() {
            return WindowedConsumer.super.assignment();
        }

        @Override
        public Set<TopicPartition> paused() {
            return WindowedConsumer.super.paused();
        }

        @Override
        public void pause(Collection<TopicPartition> partitions) {
            WindowedConsumer.super.pause(partitions);
        }

        @Override
        public void resume(Collection<TopicPartition> partitions) {
            WindowedConsumer.super.resume(partitions);
        }

        @Override
        public void seek(TopicPartition partition, long offset) {
            WindowedConsumer.super.seek(partition, offset);
        }

        @Override
        public long position(TopicPartition partition, Duration timeout) {
            return WindowedConsumer.super.position(partition, timeout);
        }

        @Override
        public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions, Duration timeout) {
            return WindowedConsumer.super.committed(partitions, timeout);
        }

        @Override
        public void commitAsync(Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            WindowedConsumer.super.commitAsync(offsets, callback);
        }

        @Override
        public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            WindowedConsumer.super.commitSync(offsets, timeout);
        }
    }
}
