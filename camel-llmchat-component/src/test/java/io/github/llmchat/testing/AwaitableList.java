package io.github.llmchat.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A list that threads add to and a test waits for. Any thread may use it. */
final class AwaitableList<T> {

    private static final int MOST_SHOWN = 10;

    private final String things;
    private final List<T> elements = new ArrayList<>();

    /** @param things what the elements are called in the message of a failure */
    AwaitableList(String things) {
        this.things = things;
    }

    synchronized void add(T element) {
        elements.add(element);
        notifyAll();
    }

    synchronized List<T> snapshot() {
        return List.copyOf(elements);
    }

    synchronized int size() {
        return elements.size();
    }

    /** @throws AssertionError if the list does not have these many elements in time, or the thread is interrupted */
    synchronized List<T> await(int count, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (elements.size() < count) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new AssertionError(
                            "expected " + count + " " + things + " within " + limit.toMillis()
                                             + " ms, got " + elements.size() + ": " + shown());
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + count + " " + things, e);
        }
        return List.copyOf(elements);
    }

    /** Enough to see what they are. */
    private String shown() {
        return elements.size() <= MOST_SHOWN ? elements.toString() : elements.subList(0, MOST_SHOWN) + " …";
    }
}
