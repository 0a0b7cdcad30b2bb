package io.github.llmchat.benchmark.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.llmchat.benchmark.jmh.Micro;
import io.github.llmchat.benchmark.jmh.MicroRow;
import org.openjdk.jmh.runner.RunnerException;

/** What single parts take, each alone: what JMH has measured, as a table. */
final class SingleParts {

    static final String ID = "parts";

    private SingleParts() {
    }

    /**
     * {@return the table}
     *
     * @param  quick           whether they only run for a moment
     * @throws RunnerException if one of them fails
     */
    static Table measure(boolean quick) throws RunnerException {
        List<MicroRow> rows = Micro.measure(Micro.ALL, quick);
        return new Table(
                ID, "Single parts, each alone, with what others do in their place",
                rows.stream().map(MicroRow::name).toList(),
                List.of(
                        line("CPU ns/operation", 0, rows, SingleParts::nanos),
                        line("bytes allocated/operation", 0, rows, row -> Samples.of(row.bytes())),
                        line("ratio of CPU to what it stands beside", 2, rows, SingleParts::ratio)));
    }

    private static Line line(String label, int digits, List<MicroRow> rows, Function<MicroRow, Samples> figure) {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (MicroRow row : rows) {
            Samples found = figure.apply(row);
            if (found != null) {
                samples.put(row.name(), found);
            }
        }
        return new Line(label, digits, samples);
    }

    private static Samples nanos(MicroRow row) {
        return Double.isNaN(row.error())
                ? Samples.of(row.nanos()) : Samples.of(row.nanos() - row.error(), row.nanos(), row.nanos() + row.error());
    }

    private static Samples ratio(MicroRow row) {
        return Double.isNaN(row.ratio()) ? null : Samples.of(row.ratio());
    }
}
