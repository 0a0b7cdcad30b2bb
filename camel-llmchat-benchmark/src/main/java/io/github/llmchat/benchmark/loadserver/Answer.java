package io.github.llmchat.benchmark.loadserver;

import java.io.IOException;

/** An answer that has something to write at a certain time. For the server's thread. */
abstract class Answer implements Comparable<Answer> {

    private static final long NANOS = 1_000;

    private final Connection connection;
    private long due;

    Answer(Connection connection, long delayMicros) {
        this.connection = connection;
        this.due = System.nanoTime() + delayMicros * NANOS;
    }

    final Connection connection() {
        return connection;
    }

    /** In nanoseconds of this JVM. */
    final long due() {
        return due;
    }

    /** Nothing is made up for: who comes late has the whole interval before him. */
    final void next(long intervalMicros, long now) {
        due = Math.max(due + intervalMicros * NANOS, now);
    }

    /** Writes what is due; true if there is more to come at {@link #due()}. */
    abstract boolean write() throws IOException;

    @Override
    public final int compareTo(Answer other) {
        return Long.signum(due - other.due);
    }
}
