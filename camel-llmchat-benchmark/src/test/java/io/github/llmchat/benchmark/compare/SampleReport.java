package io.github.llmchat.benchmark.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.llmchat.benchmark.driver.Way;

/** A report of the size that the benchmark has. All numbers are invented. */
final class SampleReport {

    static final List<String> DRIVERS
            = List.of(Way.FLOOR.label(), "llmchat chunksTo", "llmchat ChatStream + Split", "llmchat whole",
                    "llmchat publisher", "camel-http + Split", "openai-java + Split", "LangChain4j", "openai-java & <async>");

    static final Report REPORT = new Report(
            List.of("2 cores of an AMD EPYC (virtual machine), Linux, JDK 17.0.15", "-Xmx1g, 5 rounds, 21 November 2026"),
            List.of(new Table(
                    "flat-out", "One stream, flat out", DRIVERS,
                    List.of(line("CPU µs per chunk", 2, 1.3, 1.95, 2.31, 1.7, 2.05, 4.9, 8.4, 2.6, 10.02),
                            line("bytes allocated per chunk", 0, 2_000, 2_810, 3_300, 2_500, 3_000, 5_800, 23_000, 4_000,
                                    21_000),
                            line("chunks per second", 0, 770_000, 510_000, 430_000, 600_000, 480_000, 204_000, 119_000,
                                    380_000, 100_000),
                            line("time to first chunk, p50, milliseconds", 3, .08, .06, .07, .09, .08, .05, .25, .5, .3),
                            line("time to first chunk, p99, milliseconds", 3, .18, .16, .17, .19, .18, .15, 1.25, 1.5, 1.3))),
                    new Table(
                            "slow-1000", "1,000 slow streams", DRIVERS,
                            List.of(line("added latency p99, ms", 1, 3, 12, 14.2, 12.1, 19, 67, 660, 139),
                                    line("threads", 0, 8, 20, 24, 20, 80, 1_007, 1_014, 1_118)))),
            List.of(curve("by-streams", "Cost against the number of streams", "streams at once", "CPU µs per chunk",
                    new double[] { 1, 10, 100, 1_000, 10_000 }, 1.1),
                    curve("by-length", "Cost against length", "chunks", "CPU ms per stream", new double[] {
                            100, 1_000, 10_000,
                            100_000 }, 10)),
            List.of(new Goal("llmchat chunksTo: CPU per chunk at most 1.5 × the floor", 1.43, 1.5),
                    new Goal("llmchat chunksTo: bytes per chunk at most 3,000", 3_360, 3_000),
                    new Goal("10,000 streams: at most 24 threads", Double.NaN, 24)));

    private SampleReport() {
    }

    /** So many medians as there are values, for the first drivers. */
    private static Line line(String label, int digits, double... medians) {
        Map<String, Samples> samples = new LinkedHashMap<>();
        IntStream.range(0, medians.length).forEach(i -> samples.put(DRIVERS.get(i), around(medians[i])));
        return new Line(label, digits, samples);
    }

    private static Curve curve(String name, String title, String x, String y, double[] xs, double growth) {
        return new Curve(
                name, title, x, y,
                IntStream.range(0, 8)
                        .mapToObj(i -> new Curve.Course(
                                DRIVERS.get(i), IntStream.range(0, xs.length)
                                        .mapToObj(
                                                j -> new Curve.Point(xs[j], around((1.3 + i * i * 0.12) * Math.pow(growth, j))))
                                        .toList()))
                        .toList());
    }

    private static Samples around(double median) {
        return Samples.of(median * 1.08, median * .96, median);
    }
}
