package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that a consumer has, how far each is, and what happens when they come and go. Used by the thread that
 * polls only.
 */
final class Assignments {

    private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration AT_HAND = Duration.ofMillis(100);

    private final BrokerClient broker;
    private final Window window;
    private final Ends ends;
    private final Commits commits;
    private final Duration drainTimeout;
    private final Map<TopicPartition, PartitionProgress> progress = new LinkedHashMap<>();
    private final Set<TopicPartition> unread = new HashSet<>();
    private final Set<TopicPartition> pausedByCamel = new HashSet<>();

    Assignments(BrokerClient broker, Window window, Ends ends, Commits commits, Duration drainTimeout) {
        this.broker = broker;
        this.window = window;
        this.ends = ends;
        this.commits = commits;
        this.drainTimeout = drainTimeout;
    }

    Collection<PartitionProgress> all() {
        return progress.values();
    }

    int waiting() {
        return progress.values().stream().mapToInt(PartitionProgress::waiting).sum();
    }

    boolean unread() {
        return !unread.isEmpty();
    }

    boolean mayFetch(TopicPartition partition) {
        PartitionProgress known = progress.get(partition);
        return mayHandOut(partition) && !unread.contains(partition) && (known == null || !known.stopped());
    }

    boolean mayHandOut(TopicPartition partition) {
        return !pausedByCamel.contains(partition);
    }

    void pausedByCamel(Collection<TopicPartition> partitions) {
        pausedByCamel.addAll(partitions);
    }

    void resumedByCamel(Collection<TopicPartition> partitions) {
        pausedByCamel.removeAll(partitions);
    }

    /** Nothing is fetched from a new partition before it is known which of its records are done. */
    void assigned(Collection<TopicPartition> partitions) {
        unread.addAll(partitions);
        broker.pause(partitions);
        readNotes();
    }

    void readNotes() {
        if (unread.isEmpty()) {
            return;
        }
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = broker.committed(Set.copyOf(unread), ANSWER);
            for (TopicPartition partition : Set.copyOf(unread)) {
                progress.put(partition, from(partition, committed.get(partition)));
                unread.remove(partition);
            }
        } catch (RetriableException e) {
            LOG.debug("What is committed of {} is asked again: {}", unread, e.toString());
        }
    }

    /** What is committed is of use only if reading begins there. */
    private PartitionProgress from(TopicPartition partition, OffsetAndMetadata committed) {
        return committed != null && broker.position(partition, ANSWER) == committed.offset()
                ? new PartitionProgress(partition, window, committed)
                : new PartitionProgress(partition, window);
    }

    void fetched(ConsumerRecords<Object, Object> records) {
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<Object, Object>> fetched = records.records(partition);
            long first = fetched.get(0).offset();
            if (!of(partition).expects(first)) {
                LOG.warn("{} goes on at {}, before what was read: truncated, or its topic was made anew", partition, first);
                restart(partition);
            }
            PartitionProgress known = of(partition);
            fetched.forEach(known::fetched);
            readUpTo(known);
        }
        // markers of transactions are no records, but a group that does not commit them seems to lag behind
        progress.values().stream().filter(each -> each.idle() && each.begun()).forEach(this::readUpTo);
    }

    private void readUpTo(PartitionProgress known) {
        try {
            known.readUpTo(broker.position(known.partition(), AT_HAND));
        } catch (RetriableException e) {
            // the next fetch tells
            LOG.debug("The position in {} is not known: {}", known.partition(), e.toString());
        }
    }

    TrackedRecord started(TopicPartition partition, long offset) {
        PartitionProgress known = progress.get(partition);
        return known == null ? null : known.started(offset);
    }

    /** {@return the progress of a partition, made if there is none} */
    PartitionProgress of(TopicPartition partition) {
        return progress.computeIfAbsent(partition, key -> new PartitionProgress(key, window));
    }

    /** Somebody puts the consumer elsewhere in a partition. */
    void soughtTo(TopicPartition partition, long offset) {
        PartitionProgress known = progress.get(partition);
        if (known != null && !known.rewind(offset)) {
            restart(partition);
        }
    }

    void restart(TopicPartition partition) {
        PartitionProgress known = progress.get(partition);
        if (known != null) {
            known.forget();
            progress.put(partition, new PartitionProgress(partition, window));
        }
    }

    /** Waits for what is in flight from partitions that are about to go, commits, and forgets them. */
    void revoked(Collection<TopicPartition> partitions) {
        List<PartitionProgress> leaving = known(partitions);
        leaving.forEach(PartitionProgress::putBack);
        boolean interrupted = !drained(leaving);
        int left = leaving.stream().mapToInt(PartitionProgress::inFlight).sum();
        if (left > 0) {
            LOG.warn("{} records of {} are still in flight after drainTimeout={}: who gets the partitions works them off again",
                    left, partitions, drainTimeout);
        }
        commits.finish(leaving);
        forget(partitions, leaving);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The consumer is about to be closed. */
    void allGo() {
        revoked(Set.copyOf(progress.keySet()));
    }

    /** The partitions have gone already: what was in flight is somebody else's, who works it off again. */
    void lost(Collection<TopicPartition> partitions) {
        forget(partitions, known(partitions));
    }

    private void forget(Collection<TopicPartition> partitions, List<PartitionProgress> leaving) {
        leaving.forEach(PartitionProgress::forget);
        progress.keySet().removeAll(Set.copyOf(partitions));
        unread.removeAll(Set.copyOf(partitions));
        pausedByCamel.removeAll(Set.copyOf(partitions));
    }

    private List<PartitionProgress> known(Collection<TopicPartition> partitions) {
        return partitions.stream().map(progress::get).filter(Objects::nonNull).toList();
    }

    private boolean drained(List<PartitionProgress> leaving) {
        long deadline = System.nanoTime() + drainTimeout.toNanos();
        ends.applyAll();
        try {
            while (leaving.stream().anyMatch(partition -> partition.inFlight() > 0)
                    && ends.applyNext(deadline - System.nanoTime())) {
                ends.applyAll();
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
