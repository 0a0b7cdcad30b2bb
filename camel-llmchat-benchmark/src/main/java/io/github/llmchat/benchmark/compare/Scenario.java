package io.github.llmchat.benchmark.compare;

import java.util.List;

import io.github.llmchat.benchmark.driver.Way;
import io.github.llmchat.benchmark.driver.Workload;

import static io.github.llmchat.benchmark.compare.Measure.CHUNK_BYTES;
import static io.github.llmchat.benchmark.compare.Measure.CHUNK_CPU;
import static io.github.llmchat.benchmark.compare.Measure.CHUNK_RATE;
import static io.github.llmchat.benchmark.compare.Measure.COMPLETE;
import static io.github.llmchat.benchmark.compare.Measure.FIRST_P50;
import static io.github.llmchat.benchmark.compare.Measure.FIRST_P99;
import static io.github.llmchat.benchmark.compare.Measure.LATENCY_P50;
import static io.github.llmchat.benchmark.compare.Measure.LATENCY_P99;
import static io.github.llmchat.benchmark.compare.Measure.OPEN_HEAP;
import static io.github.llmchat.benchmark.compare.Measure.REQUEST_BYTES;
import static io.github.llmchat.benchmark.compare.Measure.REQUEST_CPU;
import static io.github.llmchat.benchmark.compare.Measure.REQUEST_RATE;
import static io.github.llmchat.benchmark.compare.Measure.STREAM_HEAP;
import static io.github.llmchat.benchmark.compare.Measure.THREADS;

/** The same work for several ways, side by side. */
enum Scenario {

    FLAT_1("flat-1", "One stream, flat out", Workload.streams(1, 4, 50_000, 0), streaming(),
           CHUNK_CPU, CHUNK_BYTES, CHUNK_RATE, THREADS),
    FLAT_64("flat-64", "64 streams, flat out", Workload.streams(64, 64, 3_000, 0), streaming(),
            CHUNK_CPU, CHUNK_BYTES, CHUNK_RATE, THREADS),
    SLOW_100("slow-100", "100 streams, a chunk every 20 ms", Workload.streams(100, 100, 100, 20_000), streaming(),
             LATENCY_P50, LATENCY_P99, CHUNK_CPU, THREADS),
    SLOW_1000("slow-1000", "1,000 streams, a chunk every 20 ms", Workload.streams(1000, 1000, 50, 20_000), streaming(),
              LATENCY_P99, LATENCY_P50, CHUNK_CPU, THREADS),
    PLAIN("plain", "Requests that are not streamed, 64 at a time", Workload.plain(64, 10_000, 50),
          List.of(Way.FLOOR, Way.WHOLE, Way.HTTP_SPLIT, Way.SDK_SPLIT, Way.LANGCHAIN4J),
          REQUEST_CPU, REQUEST_BYTES, REQUEST_RATE, THREADS),
    FIRST("first", "Time to the first chunk, one request after the other", Workload.streams(1, 1_500, 1, 0),
          List.of(Way.FLOOR, Way.CHUNKS_TO, Way.SPLIT, Way.HTTP_SPLIT, Way.SDK_SPLIT, Way.LANGCHAIN4J),
          FIRST_P50, FIRST_P99),
    SLOW_10000("slow-10000", "10,000 streams, a chunk every second, 1 GiB of heap",
               Workload.streams(10_000, 10_000, 10, 1_000_000).withHeap(), List.of(Way.FLOOR, Way.CHUNKS_TO),
               STREAM_HEAP, OPEN_HEAP, COMPLETE, LATENCY_P50, LATENCY_P99, CHUNK_CPU, THREADS);

    private final String id;
    private final String title;
    private final Workload workload;
    private final List<Way> ways;
    private final List<Measure> measures;

    Scenario(String id, String title, Workload workload, List<Way> ways, Measure... measures) {
        this.id = id;
        this.title = title;
        this.workload = workload;
        this.ways = ways;
        this.measures = List.of(measures);
    }

    /** All that can read a stream. */
    private static List<Way> streaming() {
        return List.of(Way.values());
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Workload workload() {
        return workload;
    }

    /** Their idle connections would all be the load server's at once, and are more than a process may have. */
    boolean isForOneAtATime() {
        return this == SLOW_10000;
    }

    boolean isPaced() {
        return workload.script().spacingMicros() > 0;
    }

    List<Way> ways() {
        return ways;
    }

    /** {@return what is told of it, the most important one first} */
    List<Measure> measures() {
        return measures;
    }
}
