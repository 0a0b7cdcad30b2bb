package io.github.llmchat.benchmark.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import io.github.llmchat.benchmark.gateway.Wire;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what arrives. Thread-safe. */
final class LoadTally {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Histogram latency = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final LongAdder chunks = new LongAdder();
    private final AtomicInteger complete = new AtomicInteger();
    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();
    private final CountDownLatch open;

    LoadTally(int streams) {
        open = new CountDownLatch(streams);
    }

    /** A chunk that the gateway wrote at this time. */
    void chunk(long sentMicros) {
        chunks.increment();
        // clocks may be set
        latency.recordValue(Math.min(LONGEST_MICROS, Math.max(0, Wire.micros() - sentMicros)));
    }

    void ended(StreamCheck check, Exception failure) {
        if (failure != null) {
            failures.merge(failure.getClass().getSimpleName(), 1, Integer::sum);
        } else if (check.complete()) {
            complete.incrementAndGet();
        } else {
            failures.merge("wrong or missing text", 1, Integer::sum);
        }
        open.countDown();
    }

    boolean await(long seconds) throws InterruptedException {
        return open.await(seconds, TimeUnit.SECONDS);
    }

    long open() {
        return open.getCount();
    }

    long chunks() {
        return chunks.sum();
    }

    int complete() {
        return complete.get();
    }

    Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    Histogram latency() {
        return latency;
    }
}
