package io.github.llmchat.benchmark.compare;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownReportTest {

    private final String text = new MarkdownReport(SampleReport.REPORT).text();

    @Test
    void beginsWithTheMachineAsAList() {
        assertThat(text).startsWith("""
                * 2 cores of an AMD EPYC (virtual machine), Linux, JDK 17.0.15
                * -Xmx1g, 5 rounds, 21 November 2026

                ### One stream, flat out

                ![One stream, flat out: CPU µs per chunk](images/benchmark-flat-out.svg)

                |  | CPU µs per chunk | bytes allocated per chunk |""");
    }

    @Test
    void hasARowForEachDriver() {
        assertThat(text).contains("\n| llmchat chunksTo | 1.95 (1.87 to 2.11) | 2,810 (2,698 to 3,035) |");
    }

    @Test
    void escapesWhatMarkdownWouldTakeForItsOwn() {
        Table table = new Table("x", "a_b", List.of("a|b"), List.of(new Line("<i>", 0, Map.of("a|b", Samples.of(1)))));

        String escaped = new MarkdownReport(new Report(List.of("2 * 3"), List.of(table), List.of(), List.of())).text();

        assertThat(escaped).contains("* 2 \\* 3\n", "### a\\_b\n", "|  | \\<i\\> |\n", "| a\\|b | 1 |\n");
    }

    @Test
    void allRowsOfATableHaveItsColumns() {
        List<Long> columns = text.substring(text.indexOf("### 1,000"), text.indexOf("### Cost")).lines()
                .filter(line -> line.startsWith("|")).map(line -> line.chars().filter(c -> c == '|').count()).distinct()
                .toList();

        assertThat(columns).containsExactly(4L);
    }

    @Test
    void showsCurvesWithTheirCharts() {
        assertThat(text).contains("""
                ### Cost against length

                ![Cost against length: CPU ms per stream, by chunks](images/benchmark-by-length.svg)

                CPU ms per stream, by chunks:

                | chunks | 100 | 1,000 | 10,000 | 100,000 |
                | --- | --- | --- | --- | --- |
                | bare NIO + Jackson | 1.30 (1.25 to 1.40) | 13.0 (12.5 to 14.0) |""");
    }

    @Test
    void endsWithTheGoals() {
        assertThat(text).endsWith("""
                ### Goals

                1 of 3 reached, 1 missed, 1 not measured.

                | outcome | this run | at most | goal |
                | --- | --- | --- | --- |
                | reached | 1.43 | 1.5 | llmchat chunksTo: CPU per chunk at most 1.5 × the floor |
                | MISSED by 12 % | 3,360 | 3,000 | llmchat chunksTo: bytes per chunk at most 3,000 |
                | not measured | - | 24 | 10,000 streams: at most 24 threads |
                """);
    }

    @Test
    void whatHasNoFiguresHasNoChart() {
        Table table = new Table("x", "X", List.of("floor"), List.of(new Line("µs", 0, Map.of())));
        Curve curve = new Curve("y", "Y", "a", "b", List.of(new Curve.Course("floor", List.of())));
        Report empty
                = new Report(List.of(), List.of(table, new Table("z", "Z", List.of(), List.of())), List.of(curve), List.of());

        assertThat(new MarkdownReport(empty).text()).contains("### X", "| floor | - |", "### Y").doesNotContain("![");
        assertThat(new Charts(empty).files()).isEmpty();
    }
}
