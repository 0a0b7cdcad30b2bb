package io.github.llmchat.benchmark.load;

import java.util.Map;

import io.github.llmchat.benchmark.Heap;
import org.HdrHistogram.Histogram;

/**
 * What came out of one run.
 *
 * @param arrived     streams at the gateway's gate before it was opened
 * @param openStreams the component's counter at that time
 * @param nanos       from the gate's opening to the last end
 * @param sent        chunks that the gateway wrote
 * @param heldBack    how often a chunk was due that the client had no room for
 * @param busy        share of all cores that was busy, 0 to 1, whoever used them
 * @param heapOpen    heap after garbage collection with all streams open, in bytes
 * @param heapEnd     the same with no stream open
 * @param leftOver    counters that are not 0 at the end
 */
record LoadResult(Way way, LoadSize size, LoadTally tally, int arrived, int openStreams, long nanos, long cpuNanos,
        long gatewayCpuNanos, long sent, long heldBack, double busy, long collectionMillis, int peakThreads,
        long heapOpen, long heapEnd, Map<String, Integer> leftOver) {

    boolean good() {
        return tally.complete() == size.streams() && arrived == size.streams() && openStreams == size.streams()
                && sent == size.allChunks()
                && tally.chunks() == sent && leftOver.isEmpty();
    }

    double rate() {
        return tally.chunks() / seconds(nanos);
    }

    String report() {
        StringBuilder report = new StringBuilder();
        line(report, "streams", "%d open at once, %d complete, %d failed %s, %d hang", openStreams, tally.complete(),
                size.streams() - tally.complete() - tally.open(), tally.failures(), tally.open());
        line(report, "chunks", "%d sent, %d received and compared, %d lost", sent, tally.chunks(), sent - tally.chunks());
        line(report, "rate", "%.0f chunks/s in %.1f s; nominal %.0f chunks/s; interval %.1f ms instead of %d ms", rate(),
                seconds(nanos), size.nominalRate(), nanos / 1e6 / (size.chunks() + 1), size.intervalMillis());
        line(report, "latency of a chunk", "%s", latency());
        line(report, "threads", "%d at most, those of the JVM included", peakThreads);
        line(report, "heap after GC", "%s with all streams open, %s at the end", Heap.mebibytes(heapOpen),
                Heap.mebibytes(heapEnd));
        line(report, "GC while streaming", "%d ms", collectionMillis);
        double cores = Runtime.getRuntime().availableProcessors() * busy;
        double client = (double) cpuNanos / nanos;
        double gateway = (double) gatewayCpuNanos / nanos;
        line(report, "cores busy", "%.2f client, %.2f gateway, %.2f others; client %.1f us a chunk", client, gateway,
                Math.max(0, cores - client - gateway), cpuNanos / 1e3 / Math.max(1, tally.chunks()));
        line(report, "held back", "%d times a chunk was due that the client had no room for", heldBack);
        line(report, "left over", "%s", leftOver.isEmpty() ? "nothing" : leftOver);
        return report.toString();
    }

    private String latency() {
        Histogram latency = tally.latency();
        return String.format("p50 %s, p90 %s, p99 %s, max %s", millis(latency.getValueAtPercentile(50)),
                millis(latency.getValueAtPercentile(90)), millis(latency.getValueAtPercentile(99)),
                millis(latency.getMaxValue()));
    }

    private static String millis(long micros) {
        return String.format("%.1f ms", micros / 1e3);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static void line(StringBuilder report, String name, String format, Object... values) {
        report.append(String.format("  %-20s", name)).append(String.format(format, values)).append(System.lineSeparator());
    }
}
