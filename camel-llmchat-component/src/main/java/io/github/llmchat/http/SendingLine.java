package io.github.llmchat.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Sends what had to wait, one after the other, on a thread that may block: looking up a host's name does. An I/O or
 * timer thread that did so would stop all calls, and a request that fails at once, giving its place to the next, would
 * do so on an ever deeper stack. Thread-safe.
 */
final class SendingLine {

    private final Executor executor;
    private final Deque<Runnable> line = new ArrayDeque<>();
    private boolean running;

    /** @param executor has threads that may block */
    SendingLine(Executor executor) {
        this.executor = executor;
    }

    /** Whether nothing waits to be sent, so that who sends on a thread of its own gets ahead of nobody. */
    synchronized boolean isEmpty() {
        return !running && line.isEmpty();
    }

    /** To be followed by {@link #start}, which may have to wait until locks are given back. */
    synchronized void add(Runnable send) {
        line.add(send);
    }

    void start() {
        synchronized (this) {
            if (running || line.isEmpty()) {
                return;
            }
            running = true;
        }
        executor.execute(this::run);
    }

    private void run() {
        boolean through = false;
        try {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
            through = true;
        } finally {
            if (!through) {
                executor.execute(this::run);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable next = line.poll();
        running = next != null;
        return next;
    }
}
