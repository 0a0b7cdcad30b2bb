package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.OffsetMetadataTooLarge;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits how far partitions are, on the thread that polls. What a commit did not bring to the broker is in the next
 * one.
 */
final class Commits {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(10);
    /** A little below the broker's default for offset.metadata.max.bytes. */
    private static final int LONGEST_NOTE = 4_000;

    private final BrokerClient broker;
    private int noteLimit = LONGEST_NOTE;
    private boolean underWay;
    private long notBefore = System.nanoTime();

    Commits(BrokerClient broker) {
        this.broker = broker;
    }

    /** Sends what is due without waiting for it, one commit at a time and not too many of them. */
    void send(Collection<PartitionProgress> partitions) {
        if (underWay || System.nanoTime() - notBefore < 0) {
            return;
        }
        Map<PartitionProgress, OffsetAndMetadata> due = due(partitions);
        if (!due.isEmpty()) {
            underWay = true;
            notBefore = System.nanoTime() + PAUSE_NANOS;
            broker.commitAsync(offsets(due), (offsets, failure) -> {
                underWay = false;
                if (failure == null) {
                    due.forEach(PartitionProgress::committed);
                } else {
                    failed(failure);
                }
            });
        }
    }

    boolean pending(Collection<PartitionProgress> partitions) {
        return underWay || !due(partitions).isEmpty();
    }

    /** Commits what is due before the partitions are given away. */
    void finish(Collection<PartitionProgress> partitions) {
        boolean interrupted = Thread.interrupted();
        try {
            // a second time, because a note may be too long, or Camel wakes the consumer when it stops
            if (!finished(partitions)) {
                interrupted |= Thread.interrupted();
                finished(partitions);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean finished(Collection<PartitionProgress> partitions) {
        Map<PartitionProgress, OffsetAndMetadata> due = due(partitions);
        if (due.isEmpty()) {
            return true;
        }
        try {
            broker.commitSync(offsets(due), LAST_COMMIT);
            due.forEach(PartitionProgress::committed);
            return true;
        } catch (WakeupException | InterruptException e) {
            return false;
        } catch (KafkaException e) {
            failed(e);
            return !(e instanceof OffsetMetadataTooLarge);
        }
    }

    private void failed(Exception failure) {
        if (failure instanceof OffsetMetadataTooLarge) {
            noteLimit /= 2;
            LOG.warn("The broker takes no commit metadata of {} bytes (its offset.metadata.max.bytes). Shorter notes are"
                     + " tried: what does not fit would be worked off again after a crash",
                    2 * noteLimit);
        } else if (failure instanceof RetriableException) {
            LOG.debug("A commit is tried again: {}", failure.toString());
        } else {
            LOG.warn("Offsets were not committed, their records may be worked off again: {}", failure.toString());
        }
    }

    private Map<PartitionProgress, OffsetAndMetadata> due(Collection<PartitionProgress> partitions) {
        Map<PartitionProgress, OffsetAndMetadata> due = new HashMap<>();
        for (PartitionProgress partition : partitions) {
            OffsetAndMetadata offset = partition.due(noteLimit);
            if (offset != null) {
                due.put(partition, offset);
            }
        }
        return due;
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<PartitionProgress, OffsetAndMetadata> due) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        due.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
        return offsets;
    }
}
