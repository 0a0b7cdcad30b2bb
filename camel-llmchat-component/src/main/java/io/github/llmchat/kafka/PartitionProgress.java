package io.github.llmchat.kafka;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import io.github.llmchat.kafka.TrackedRecord.State;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one assigned partition is: which records are not done, and so what may be committed. Records that are done
 * leave no trace but the numbers. Only the thread that polls uses it.
 */
final class PartitionProgress {

    private static final long UNKNOWN = -1;

    private final TopicPartition partition;
    private final Window window;
    private final TreeMap<Long, TrackedRecord> open = new TreeMap<>();
    private OffsetAndMetadata committed;
    private long knownFrom;
    /** Every record with a smaller offset is in {@link #open} or done. */
    private long knownUpTo = UNKNOWN;
    private long doneUpTo;
    /** Whether reading goes on before {@link #knownUpTo}, so that known records come again. */
    private boolean rewound;
    private int waiting;
    private int inFlight;
    private boolean stopped;

    PartitionProgress(TopicPartition partition, Window window) {
        this.partition = partition;
        this.window = window;
    }

    /** Goes on where a commit says that somebody was. */
    PartitionProgress(TopicPartition partition, Window window, OffsetAndMetadata committed) {
        this(partition, window);
        CommitNote note = CommitNote.read(committed.metadata(), committed.offset());
        this.committed = committed;
        knownUpTo = note.doneUpTo();
        rewound = knownUpTo > committed.offset();
        doneUpTo = note.doneUpTo();
        note.open().forEach(offset -> open.put(offset, new TrackedRecord(this, offset)));
    }

    TopicPartition partition() {
        return partition;
    }

    /** Takes a record in, unless it is in flight, waiting or done already: Camel rewinds when it resumes. */
    void fetched(ConsumerRecord<Object, Object> record) {
        TrackedRecord known = announced(record.offset());
        if (known != null) {
            known.fetched(record);
            waiting++;
        }
    }

    /** {@return the record at an offset, if it is new or was only announced} */
    private TrackedRecord announced(long offset) {
        if (offset >= knownUpTo) {
            knownFrom = knownUpTo == UNKNOWN ? offset : knownFrom;
            knownUpTo = offset + 1;
            rewound = false;
            open.put(offset, new TrackedRecord(this, offset));
        }
        TrackedRecord record = open.get(offset);
        return record == null || record.state() != State.ANNOUNCED ? null : record;
    }

    /** The consumer has read all that is below a position: what was announced there and did not come is no more. */
    void readUpTo(long position) {
        open.headMap(position).values().removeIf(record -> record.state() == State.ANNOUNCED);
        knownUpTo = Math.max(knownUpTo, position);
    }

    /**
     * Hands out what is waiting, in order, as far as there are places.
     *
     * @param byKey whether a record waits until an earlier one with the same key is done
     */
    List<ConsumerRecord<Object, Object>> take(boolean byKey) {
        List<ConsumerRecord<Object, Object>> taken = new ArrayList<>();
        if (waiting == 0 || stopped) {
            return taken;
        }
        Set<Object> keysBefore = new HashSet<>();
        for (TrackedRecord record : open.values()) {
            boolean fetched = record.state() != State.ANNOUNCED;
            boolean free = !fetched || !byKey || record.key() == null || keysBefore.add(record.key());
            if (record.state() == State.WAITING && free) {
                if (!window.take()) {
                    break;
                }
                record.state(State.HANDED_OUT);
                waiting--;
                inFlight++;
                taken.add(record.record());
            }
        }
        return taken;
    }

    /** {@return the record that Camel makes an exchange of; null if it was not handed out} */
    TrackedRecord started(long offset) {
        TrackedRecord record = open.get(offset);
        if (record == null || record.state() != State.HANDED_OUT) {
            return null;
        }
        record.state(State.STARTED);
        return record;
    }

    /**
     * A record that can't be read: it holds no place of the window, but is not done before it has ended.
     *
     * @return null if it was met before
     */
    TrackedRecord unreadable(long offset) {
        TrackedRecord record = announced(offset);
        if (record != null) {
            record.state(State.FAILED);
        }
        return record;
    }

    /** Takes back what was handed out and Camel did not begin with. */
    int putBack() {
        int before = inFlight;
        for (TrackedRecord record : open.values()) {
            if (record.state() == State.HANDED_OUT) {
                leave(record, State.WAITING);
                waiting++;
            }
        }
        return before - inFlight;
    }

    void done(TrackedRecord record) {
        if (record.state() != State.GONE) {
            leave(record, State.GONE);
            open.remove(record.offset());
            doneUpTo = Math.max(doneUpTo, record.offset() + 1);
        }
    }

    void failed(TrackedRecord record) {
        if (record.state() != State.GONE) {
            leave(record, State.FAILED);
            stop();
        }
    }

    void stop() {
        stopped = true;
        window.stopped(partition);
    }

    /** The partition is somebody else's now, or its consumer was put elsewhere: what still ends has no effect. */
    void forget() {
        open.values().forEach(record -> leave(record, State.GONE));
        open.clear();
        waiting = 0;
        window.left(partition);
    }

    private void leave(TrackedRecord record, State next) {
        if (record.inFlight()) {
            window.giveBack();
            inFlight--;
        }
        record.state(next);
    }

    /** {@return the first offset that is not done, as far as is known} */
    long firstOpen() {
        return open.isEmpty() ? knownUpTo : open.firstKey();
    }

    /**
     * Goes back to an offset, if all records from there on are known: then reading them again brings nothing twice.
     * What was committed last may be on the broker already; it is not known before Kafka has said so.
     *
     * @return {@code false} if they are not known
     */
    boolean rewind(long offset) {
        long from = committed == null ? knownFrom : committed.offset();
        boolean known = knownUpTo == UNKNOWN || offset >= from && offset <= knownUpTo;
        rewound |= known;
        return known;
    }

    /** Whether a record at this offset may come now; if not, the topic is not the one that it was. */
    boolean expects(long offset) {
        return rewound || offset >= knownUpTo;
    }

    /** {@return what is to be committed; null if nothing is known, or all of it is committed} */
    OffsetAndMetadata due(int noteLimit) {
        if (knownUpTo == UNKNOWN) {
            return null;
        }
        OffsetAndMetadata now
                = new OffsetAndMetadata(firstOpen(), CommitNote.write(open.navigableKeySet(), doneUpTo, noteLimit));
        return now.equals(committed) ? null : now;
    }

    void committed(OffsetAndMetadata offset) {
        committed = offset;
    }

    /** {@return how many records are to be handed out; those of a stopped partition never are} */
    int waiting() {
        return stopped ? 0 : waiting;
    }

    int inFlight() {
        return inFlight;
    }

    boolean stopped() {
        return stopped;
    }

    boolean idle() {
        return open.isEmpty();
    }

    /** Whether a record came from here. */
    boolean begun() {
        return knownUpTo != UNKNOWN;
    }
}
