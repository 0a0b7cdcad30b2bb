package io.github.llmchat.stream;

import java.util.ArrayDeque;

import io.github.llmchat.sse.SseEvent;

/**
 * The events of one stream that wait for its reader, and whether the transport has to wait. Guarded by its owner's
 * lock.
 */
final class EventBuffer {

    private final int capacity;
    private final ArrayDeque<SseEvent> events = new ArrayDeque<>();
    private boolean paused;

    EventBuffer(int capacity) {
        this.capacity = capacity;
    }

    void add(SseEvent event) {
        events.add(event);
    }

    SseEvent poll() {
        return events.poll();
    }

    void clear() {
        events.clear();
    }

    boolean isEmpty() {
        return events.isEmpty();
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
