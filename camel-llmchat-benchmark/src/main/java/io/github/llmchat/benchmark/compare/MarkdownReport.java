package io.github.llmchat.benchmark.compare;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A report for a page of the documentation, below a heading of the second level. */
final class MarkdownReport {

    private final Report report;
    private final Charts charts;

    MarkdownReport(Report report) {
        this.report = report;
        this.charts = new Charts(report);
    }

    /** {@return lines, each with its end} */
    String text() {
        StringBuilder text = new StringBuilder();
        report.machine().forEach(line -> text.append("* ").append(escaped(line)).append('\n'));
        for (Table table : report.tables()) {
            heading(text, table.title());
            if (charts.has(table)) {
                image(text, table.title() + ": " + table.lines().get(0).label(), Charts.fileName(table));
            }
            table(text, Cells.of(table));
        }
        for (Curve curve : report.curves()) {
            heading(text, curve.title());
            if (charts.has(curve)) {
                image(text, curve.title() + ": " + curve.y() + ", by " + curve.x(), Charts.fileName(curve));
            }
            text.append(escaped(curve.y() + ", by " + curve.x())).append(":\n\n");
            table(text, Cells.of(curve));
        }
        if (!report.goals().isEmpty()) {
            heading(text, "Goals");
            text.append(Outcome.summary(report.goals())).append("\n\n");
            table(text, Cells.of(report.goals()));
        }
        return text.toString();
    }

    private static void heading(StringBuilder text, String title) {
        text.append("\n### ").append(escaped(title)).append("\n\n");
    }

    private static void image(StringBuilder text, String description, String fileName) {
        text.append("![").append(escaped(description)).append("](").append(Charts.DIRECTORY).append('/').append(fileName)
                .append(")\n\n");
    }

    private static void table(StringBuilder text, Cells cells) {
        row(text, cells.head());
        row(text, Collections.nCopies(cells.head().size(), "---"));
        cells.rows().forEach(row -> row(text, row));
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(cell -> escaped(cell.strip())).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\|*_<>`\\[\\]]", "\\\\$0");
    }
}
