package io.github.llmchat.benchmark.serving;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what arrives. Thread-safe. */
final class Tally {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Histogram answers = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Histogram chunks = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final LongAdder complete = new LongAdder();
    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();
    private final long start = System.nanoTime();
    private volatile long end = start;

    /** A whole answer, or the first chunk of one, so long after its request. */
    void answered(long micros) {
        record(answers, micros);
    }

    /** A chunk, so long after the gateway wrote it. */
    void chunk(long micros) {
        record(chunks, micros);
    }

    private static void record(Histogram histogram, long micros) {
        // clocks may be set
        histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(0, micros)));
    }

    void complete() {
        complete.increment();
        end = System.nanoTime();
    }

    void failed(String why) {
        failures.merge(why, 1, Integer::sum);
    }

    double requestsPerSecond() {
        return complete.sum() * 1e9 / (end - start);
    }

    double chunksPerSecond() {
        return chunks.getTotalCount() * 1e9 / (end - start);
    }

    long requests() {
        return complete.sum();
    }

    long chunks() {
        return chunks.getTotalCount();
    }

    /** In milliseconds. */
    double answerLatency(double percentile) {
        return answers.getValueAtPercentile(percentile) / 1e3;
    }

    /** In milliseconds. */
    double chunkLatency(double percentile) {
        return chunks.getValueAtPercentile(percentile) / 1e3;
    }

    Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }
}
