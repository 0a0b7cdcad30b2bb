package io.github.llmchat.benchmark.compare;

import java.util.function.ToDoubleFunction;

import io.github.llmchat.benchmark.driver.Outcome;
import io.github.llmchat.benchmark.driver.Way;

/** A figure of one run. */
enum Measure {

    CHUNK_CPU("CPU µs/chunk", 2, run -> run.cpuNanos() / 1e3 / run.chunks()),
    REQUEST_CPU("CPU µs/request", 1, run -> run.cpuNanos() / 1e3 / run.calls()),
    CHUNK_BYTES("bytes allocated/chunk", 0, run -> (double) run.allocated() / run.chunks()),
    REQUEST_BYTES("bytes allocated/request", 0, run -> (double) run.allocated() / run.calls()),
    CHUNK_RATE("chunks/s", 0, run -> run.chunks() * 1e9 / run.nanos()),
    REQUEST_RATE("requests/s", 0, run -> run.calls() * 1e9 / run.nanos()),
    LATENCY_P50("added latency p50, ms", 3, run -> run.latencyP50() / 1e6),
    LATENCY_P99("added latency p99, ms", 2, run -> run.latencyP99() / 1e6),
    FIRST_P50("first chunk p50, ms", 3, run -> run.firstP50() / 1e6),
    FIRST_P99("first chunk p99, ms", 3, run -> run.firstP99() / 1e6),
    THREADS("threads", 0, Outcome::threads),
    OPEN_HEAP("heap with all open, MiB", 1, run -> run.heapOpen() / 1048576.0),
    STREAM_HEAP("heap/open stream, KiB", 1, run -> (run.heapOpen() - run.heapBefore()) / 1024.0 / run.calls()),
    COMPLETE("complete", 0, Outcome::calls);

    private final String label;
    private final int digits;
    private final ToDoubleFunction<Outcome> figure;

    Measure(String label, int digits, ToDoubleFunction<Outcome> figure) {
        this.label = label;
        this.digits = digits;
        this.figure = figure;
    }

    String label() {
        return label;
    }

    int digits() {
        return digits;
    }

    /** Who has whole answers only has no latency of their chunks. */
    boolean isOf(Way way) {
        return way != Way.WHOLE || this != LATENCY_P50 && this != LATENCY_P99;
    }

    double of(Outcome run) {
        return figure.applyAsDouble(run);
    }
}
