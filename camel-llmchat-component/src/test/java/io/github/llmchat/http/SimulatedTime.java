package io.github.llmchat.http;

import java.time.Duration;
import java.util.PriorityQueue;

/** A time that stands still until it is told to go on. For one thread. */
final class SimulatedTime implements Timing {

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long number;

    private record Event(long at, long number, Runnable task) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    @Override
    public long nanos() {
        return now;
    }

    Duration elapsed() {
        return Duration.ofNanos(now);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Event event = new Event(now + Math.max(0, delay.toNanos()), number++, task);
        events.add(event);
        return () -> events.remove(event);
    }

    /** Goes on until nothing is left to happen, at most for this time. */
    void run(Duration most) {
        long end = now + most.toNanos();
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event next = events.poll();
            now = Math.max(now, next.at());
            next.task().run();
        }
        now = events.isEmpty() ? now : end;
    }

    boolean isIdle() {
        return events.isEmpty();
    }
}
