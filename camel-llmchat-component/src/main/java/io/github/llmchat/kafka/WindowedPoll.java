package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.utils.Utils;

/**
 * What one consumer does at each poll: takes note of what has ended, commits, fetches, and hands out as much as the
 * window has places. It never blocks longer than it was told to, so that {@code max.poll.interval.ms} is kept however
 * long records take. Used by the thread that polls only.
 */
final class WindowedPoll {

    /** How long a fetch may take while there is something to commit or to hand out soon. */
    private static final long SLICE_NANOS = Duration.ofMillis(50).toNanos();

    private final BrokerClient broker;
    private final Window window;
    private final boolean orderByKey;
    private final Ends ends;
    private final Commits commits;
    private final Assignments assignments;
    private CamelContext camelContext;
    private int rotation;

    WindowedPoll(BrokerClient broker, Window window, WindowSettings settings) {
        this.broker = broker;
        this.window = window;
        this.orderByKey = settings.orderByKey();
        this.camelContext = settings.camelContext();
        this.ends = new Ends(settings.onFailure(), settings.deadLetters());
        this.commits = new Commits(broker);
        this.assignments = new Assignments(broker, window, ends, commits, settings.drainTimeout());
    }

    Assignments assignments() {
        return assignments;
    }

    Ends ends() {
        return ends;
    }

    ConsumerRecords<Object, Object> poll(Duration timeout) {
        // Camel stops in the middle of a poll's records when it pauses or stops
        assignments.all().forEach(PartitionProgress::putBack);
        long start = System.nanoTime();
        long left = timeout.toNanos();
        boolean first = true;
        Map<TopicPartition, List<ConsumerRecord<Object, Object>>> taken;
        do {
            ends.applyAll();
            assignments.readNotes();
            pauseAndResume();
            fetch(left, first);
            ends.applyAll();
            commits.send(assignments.all());
            taken = take();
            first = false;
            left = timeout.toNanos() - (System.nanoTime() - start);
        } while (taken.isEmpty() && left > 0);
        return new ConsumerRecords<>(taken);
    }

    /** Full, or waiting for keys: then nothing can happen but ends. */
    private void fetch(long left, boolean first) {
        Collection<PartitionProgress> all = assignments.all();
        boolean blocked = window.full() || assignments.waiting() > 0;
        boolean busy = assignments.unread() || commits.pending(all) || all.stream().anyMatch(each -> !each.idle());
        long slice = busy ? Math.min(left, SLICE_NANOS) : left;
        assignments.fetched(pollBroker(blocked ? Duration.ZERO : Duration.ofNanos(slice)));
        if (blocked && !first) {
            try {
                ends.applyNext(slice);
            } catch (InterruptedException e) {
                // Kafka's own calls see to it
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Kafka fails each poll that meets a record it can't read; here that is a failure of this record alone. */
    private ConsumerRecords<Object, Object> pollBroker(Duration timeout) {
        try {
            return broker.poll(timeout);
        } catch (RecordDeserializationException e) {
            TopicPartition partition = e.topicPartition();
            TrackedRecord tracked = assignments.of(partition).unreadable(e.offset());
            broker.seek(partition, e.offset() + 1);
            if (tracked != null) {
                ends.failed(camelContext, tracked, bytes(e), e);
            }
            return ConsumerRecords.empty();
        }
    }

    private static ConsumerRecord<byte[], byte[]> bytes(RecordDeserializationException e) {
        return new ConsumerRecord<>(
                e.topicPartition().topic(), e.topicPartition().partition(), e.offset(), e.timestamp(), e.timestampType(),
                ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, Utils.toNullableArray(e.keyBuffer()),
                Utils.toNullableArray(e.valueBuffer()), e.headers(), Optional.empty());
    }

    private void pauseAndResume() {
        boolean room = !window.full() && assignments.waiting() < window.size();
        Set<TopicPartition> pause = new HashSet<>();
        Set<TopicPartition> resume = new HashSet<>();
        Set<TopicPartition> paused = broker.paused();
        for (TopicPartition partition : broker.assignment()) {
            boolean wanted = room && assignments.mayFetch(partition);
            if (wanted == paused.contains(partition)) {
                (wanted ? resume : pause).add(partition);
            }
        }
        if (!pause.isEmpty()) {
            broker.pause(pause);
        }
        if (!resume.isEmpty()) {
            broker.resume(resume);
        }
    }

    /** Each time another partition is the first, so that none waits for ever. */
    private Map<TopicPartition, List<ConsumerRecord<Object, Object>>> take() {
        List<PartitionProgress> partitions = new ArrayList<>(assignments.all());
        Map<TopicPartition, List<ConsumerRecord<Object, Object>>> taken = new LinkedHashMap<>();
        rotation++;
        for (int i = 0; i < partitions.size(); i++) {
            PartitionProgress partition = partitions.get((rotation + i) % partitions.size());
            if (assignments.mayHandOut(partition.partition())) {
                List<ConsumerRecord<Object, Object>> records = partition.take(orderByKey);
                if (!records.isEmpty()) {
                    taken.put(partition.partition(), records);
                }
            }
        }
        return taken;
    }

    /** Camel has made an exchange of a record; what its end is, is told when it comes. */
    void started(TopicPartition partition, long offset, Exchange exchange) {
        camelContext = exchange.getContext();
        TrackedRecord record = assignments.started(partition, offset);
        if (record != null) {
            exchange.getExchangeExtension().addOnCompletion(ends.of(record));
        }
    }
}
