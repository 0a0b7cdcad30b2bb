package io.github.llmchat.benchmark.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A report's charts: of each table its first measure, and of each curve. */
final class Charts {

    /** Beside the page. */
    static final String DIRECTORY = "images";

    /** What all charts' file names begin with. */
    static final String PREFIX = "benchmark-";

    static final String SUFFIX = ".svg";

    private final Report report;
    private final Palette palette;

    Charts(Report report) {
        this.report = report;
        this.palette = new Palette(
                Stream.concat(report.tables().stream().flatMap(table -> table.drivers().stream()),
                        report.curves().stream().flatMap(curve -> curve.lines().stream().map(Curve.Course::driver))).distinct()
                        .toList());
    }

    static String fileName(Table table) {
        return PREFIX + table.name() + SUFFIX;
    }

    static String fileName(Curve curve) {
        return PREFIX + curve.name() + SUFFIX;
    }

    /** {@return whether there is anything to draw} */
    boolean has(Table table) {
        return BarChart.draws(table);
    }

    /** {@return whether there is anything to draw} */
    boolean has(Curve curve) {
        return LineChart.draws(curve);
    }

    /** {@return SVG by file name} */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        report.tables().stream().filter(this::has)
                .forEach(table -> files.put(fileName(table), new BarChart(table, palette).svg()));
        report.curves().stream().filter(this::has)
                .forEach(curve -> files.put(fileName(curve), new LineChart(curve, palette).svg()));
        return files;
    }
}
