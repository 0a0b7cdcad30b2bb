package io.github.llmchat.benchmark.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Holds streams until all that are expected are there, so that they really run side by side. Thread-safe. */
final class Gate {

    // guarded by this
    private final List<Runnable> held = new ArrayList<>();
    private boolean open = true;

    synchronized void close() {
        open = false;
    }

    /** Runs it now or when the gate is opened, on the opener's thread. */
    void pass(Runnable stream) {
        synchronized (this) {
            if (!open) {
                held.add(stream);
                notifyAll();
                return;
            }
        }
        stream.run();
    }

    /** Waits until so many are held, or for so long. */
    synchronized void await(int streams, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (held.size() < streams) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    void open() {
        List<Runnable> free;
        synchronized (this) {
            open = true;
            free = List.copyOf(held);
            held.clear();
        }
        free.forEach(Runnable::run);
    }

    synchronized int waiting() {
        return held.size();
    }
}
