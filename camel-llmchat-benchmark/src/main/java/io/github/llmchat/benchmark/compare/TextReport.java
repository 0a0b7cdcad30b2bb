package io.github.llmchat.benchmark.compare;

import java.util.stream.Collectors;

/** A report for a terminal: medians with their ranges, and at the end which goals were reached. */
final class TextReport {

    private final Report report;

    TextReport(Report report) {
        this.report = report;
    }

    /** {@return lines, each with its end} */
    String text() {
        StringBuilder text
                = new StringBuilder(report.machine().stream().map(line -> line + "\n").collect(Collectors.joining()));
        for (Table table : report.tables()) {
            heading(text, table.title());
            text.append(new TextTable(Cells.of(table)).text());
        }
        for (Curve curve : report.curves()) {
            heading(text, curve.title());
            text.append(curve.y()).append(", by ").append(curve.x()).append(":\n\n");
            text.append(new TextTable(Cells.of(curve)).text());
        }
        if (!report.goals().isEmpty()) {
            heading(text, "Goals");
            text.append(new TextTable(Cells.of(report.goals())).text());
            text.append('\n').append(Outcome.summary(report.goals())).append('\n');
        }
        return text.toString();
    }

    private static void heading(StringBuilder text, String title) {
        text.append('\n').append(title).append('\n').append("=".repeat(title.length())).append("\n\n");
    }
}
