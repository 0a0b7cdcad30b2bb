package io.github.llmchat.benchmark.compare;

import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.benchmark.driver.Way;

import static io.github.llmchat.benchmark.compare.Scenario.FIRST;
import static io.github.llmchat.benchmark.compare.Scenario.FLAT_1;
import static io.github.llmchat.benchmark.compare.Scenario.FLAT_64;
import static io.github.llmchat.benchmark.compare.Scenario.PLAIN;
import static io.github.llmchat.benchmark.compare.Scenario.SLOW_100;
import static io.github.llmchat.benchmark.compare.Scenario.SLOW_1000;
import static io.github.llmchat.benchmark.compare.Scenario.SLOW_10000;

/** What the component promises: ratios of one run, and few figures that do not depend on the machine much. */
final class Goals {

    private final Findings findings;
    private final List<Goal> goals = new ArrayList<>();

    private Goals(Findings findings) {
        this.findings = findings;
    }

    static List<Goal> of(Findings findings) {
        Goals goals = new Goals(findings);
        goals.flatOut();
        goals.thousandStreams();
        goals.tenThousandStreams();
        goals.requests();
        goals.virtualThreads();
        return goals.goals;
    }

    private void flatOut() {
        for (Scenario scenario : List.of(FLAT_1, FLAT_64)) {
            String where = ", " + scenario.id();
            ratio("chunksTo: CPU/chunk at most 1.5 x the floor" + where, scenario, Measure.CHUNK_CPU,
                    Way.CHUNKS_TO, Way.FLOOR, 1.5);
            ratio("chunksTo: CPU/chunk at most 1/4 of openai-java + Split" + where, scenario, Measure.CHUNK_CPU,
                    Way.CHUNKS_TO, Way.SDK_SPLIT, 1 / 4.0);
            figure("chunksTo: at most 3,000 bytes allocated/chunk" + where, scenario, Measure.CHUNK_BYTES,
                    Way.CHUNKS_TO, 3_000);
            ratio("ChatStream + Split: CPU/chunk at most 1/3.5 of openai-java + Split" + where, scenario, Measure.CHUNK_CPU,
                    Way.SPLIT, Way.SDK_SPLIT, 1 / 3.5);
        }
        figure("ChatStream + Split: no look-ahead, p50 at most 0.2 ms, slow-100", SLOW_100, Measure.LATENCY_P50,
                Way.SPLIT, 0.2);
    }

    private void thousandStreams() {
        figure("chunksTo: p50 at most 0.1 ms, slow-1000", SLOW_1000, Measure.LATENCY_P50, Way.CHUNKS_TO, 0.1);
        figure("chunksTo: p99 at most 20 ms, slow-1000", SLOW_1000, Measure.LATENCY_P99, Way.CHUNKS_TO, 20);
        ratio("chunksTo: p99 at most 1/4 of camel-http + Split, slow-1000", SLOW_1000, Measure.LATENCY_P99,
                Way.CHUNKS_TO, Way.HTTP_SPLIT, 1 / 4.0);
        figure("chunksTo: at most 24 threads, slow-1000", SLOW_1000, Measure.THREADS, Way.CHUNKS_TO, 24);
        ratio("chunksTo: CPU/chunk at most 2.2 x the floor, slow-1000", SLOW_1000, Measure.CHUNK_CPU,
                Way.CHUNKS_TO, Way.FLOOR, 2.2);
        ratio("chunksTo: CPU/chunk at most 1/3 of openai-java + Split, slow-1000", SLOW_1000, Measure.CHUNK_CPU,
                Way.CHUNKS_TO, Way.SDK_SPLIT, 1 / 3.0);
    }

    private void tenThousandStreams() {
        double missing = SLOW_10000.workload().calls() - findings.median(SLOW_10000, Measure.COMPLETE, Way.CHUNKS_TO);
        goals.add(new Goal("chunksTo: streams that are not complete, slow-10000", missing, 0));
        figure("chunksTo: at most 24 threads, slow-10000", SLOW_10000, Measure.THREADS, Way.CHUNKS_TO, 24);
        figure("chunksTo: at most 40 KiB of heap/open stream, slow-10000", SLOW_10000, Measure.STREAM_HEAP,
                Way.CHUNKS_TO, 40);
    }

    private void requests() {
        ratio("not streamed: CPU/request at most 0.7 x camel-http", PLAIN, Measure.REQUEST_CPU,
                Way.WHOLE, Way.HTTP_SPLIT, 0.7);
        ratio("not streamed: CPU/request at most 1/6 of openai-java", PLAIN, Measure.REQUEST_CPU,
                Way.WHOLE, Way.SDK_SPLIT, 1 / 6.0);
        ratio("chunksTo: first chunk p50 at most 1.2 x camel-http", FIRST, Measure.FIRST_P50,
                Way.CHUNKS_TO, Way.HTTP_SPLIT, 1.2);
    }

    private void virtualThreads() {
        for (Scenario scenario : List.of(FLAT_1, FLAT_64, SLOW_1000)) {
            goals.add(
                    new Goal(
                            "virtual threads on another JDK: CPU/chunk at most 1.1 x, " + scenario.id(),
                            findings.virtualThreadsRatio(scenario, Measure.CHUNK_CPU), 1.1));
        }
    }

    private void ratio(String text, Scenario scenario, Measure measure, Way way, Way other, double bound) {
        goals.add(new Goal(text, findings.ratio(scenario, measure, way, other), bound));
    }

    private void figure(String text, Scenario scenario, Measure measure, Way way, double bound) {
        goals.add(new Goal(text, findings.median(scenario, measure, way), bound));
    }
}
