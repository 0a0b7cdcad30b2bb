package io.github.llmchat.kafka;

import java.nio.ByteBuffer;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record on its way from the broker to its end. Only the thread that polls looks at it. */
final class TrackedRecord {

    /** How far a record is. */
    enum State {
        /** Known from a commit's note, not fetched. */
        ANNOUNCED,
        /** Fetched, and not yet given to Camel. */
        WAITING,
        /** Returned by poll; holds a place. */
        HANDED_OUT,
        /** Camel has made an exchange of it; holds a place. */
        STARTED,
        /** Its exchange failed and its partition is stopped. */
        FAILED,
        /** Done, or its partition has gone. */
        GONE
    }

    private final PartitionProgress partition;
    private final long offset;
    private ConsumerRecord<Object, Object> record;
    private State state = State.ANNOUNCED;

    TrackedRecord(PartitionProgress partition, long offset) {
        this.partition = partition;
        this.offset = offset;
    }

    PartitionProgress partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    boolean inFlight() {
        return state == State.HANDED_OUT || state == State.STARTED;
    }

    void fetched(ConsumerRecord<Object, Object> fetched) {
        record = fetched;
        state = State.WAITING;
    }

    ConsumerRecord<Object, Object> record() {
        return record;
    }

    /** {@return what records that must not overtake each other have in common; null for a record without a key} */
    Object key() {
        Object key = record.key();
        return key instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : key;
    }
}
