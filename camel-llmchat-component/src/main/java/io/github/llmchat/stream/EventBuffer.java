package io.github.llmchat.stream;

import java.util.ArrayDeque;

import io.github.llmchat.sse.SseEvent;

/**
 * The events of one answer that wait for its reader, whether the transport has to wait, and whether more may come.
 * Guarded by its owner's lock.
 */
final class EventBuffer {

    private final int capacity;
    private final ArrayDeque<SseEvent> events = new ArrayDeque<>();
    private boolean paused;
    private boolean ended;
    private AnswerFailure failure;

    EventBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** What comes after the end is none of the answer's. */
    void add(SseEvent event) {
        if (!ended) {
            events.add(event);
        }
    }

    /**
     * No more will come.
     *
     * @param  why why not all has come, or null
     * @return     false if that was known before
     */
    boolean end(AnswerFailure why) {
        boolean first = !ended;
        if (first) {
            ended = true;
            failure = why;
        }
        return first;
    }

    /** From now on it is for a further answer. */
    void begin() {
        ended = false;
        failure = null;
    }

    /** Whether there is something to read, the end of the answer included. */
    boolean isReadable() {
        return ended || !events.isEmpty();
    }

    boolean isAtEnd() {
        return ended && events.isEmpty();
    }

    AnswerFailure failure() {
        return failure;
    }

    SseEvent poll() {
        return events.poll();
    }

    void clear() {
        events.clear();
    }

    int size() {
        return events.size();
    }

    /** Whether more may come; if not, the transport waits. */
    boolean hasRoom() {
        paused = events.size() >= capacity;
        return !paused;
    }

    /** Whether the transport need not wait any longer: half of the events are gone. True once for each wait. */
    boolean endsWait() {
        boolean ends = paused && events.size() <= capacity / 2;
        if (ends) {
            paused = false;
        }
        return ends;
    }
}
