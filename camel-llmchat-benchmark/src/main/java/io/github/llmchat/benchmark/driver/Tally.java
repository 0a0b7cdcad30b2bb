package io.github.llmchat.benchmark.driver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what calls come to. Thread-safe. */
final class Tally {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int DIGITS = 3;

    private final Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
    private final Histogram firsts = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
    private final AtomicInteger begun = new AtomicInteger();
    private final LongAdder complete = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder chunks = new LongAdder();
    private volatile Throwable failure;

    void first(long nanos) {
        begun.incrementAndGet();
        record(firsts, nanos);
    }

    void latency(long nanos) {
        record(latencies, nanos);
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(LONGEST_NANOS, Math.max(0, nanos)));
    }

    void ended(int received, int expected, Throwable why) {
        chunks.add(received);
        if (why == null && received == expected) {
            complete.increment();
        } else {
            failed.increment();
            failure = why == null ? new IllegalStateException(received + " chunks instead of " + expected) : why;
        }
    }

    /** Calls that have had their first chunk. */
    int begun() {
        return begun.get();
    }

    long complete() {
        return complete.sum();
    }

    long failed() {
        return failed.sum();
    }

    long chunks() {
        return chunks.sum();
    }

    /** The last one; null if there was none. */
    Throwable failure() {
        return failure;
    }

    long latencyAt(double percentile) {
        return latencies.getValueAtPercentile(percentile);
    }

    long firstAt(double percentile) {
        return firsts.getValueAtPercentile(percentile);
    }
}
