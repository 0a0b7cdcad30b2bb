package io.github.llmchat.benchmark.compare;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextReportTest {

    private final String text = new TextReport(SampleReport.REPORT).text();

    @Test
    void showsMedianAndRangeOfEachDriver() {
        assertThat(text).contains("llmchat chunksTo              1.95 (1.87 to 2.11)     2,810 (2,698 to 3,035)");
    }

    @Test
    void alignsMediansByTheirLastDigit() {
        assertThat(lineWith("LangChain4j ")).contains("LangChain4j                   2.60 (2.50 to 2.81)");
        assertThat(lineWith("openai-java & <async> ")).contains("openai-java & <async>        10.02 (9.62 to 10.82)");
    }

    @Test
    void leavesOutTheRangeOfOneRound() {
        Table table = new Table("x", "X", List.of("floor"), List.of(new Line("µs", 1, Map.of("floor", Samples.of(3)))));

        assertThat(new TextReport(new Report(List.of(), List.of(table), List.of(), List.of())).text())
                .contains("floor   3.0\n");
    }

    @Test
    void saysThatADriverHasNoSuchMeasure() {
        String table = text.substring(text.indexOf("1,000 slow streams\n"));

        assertThat(table.lines().filter(line -> line.startsWith("openai-java & <async> ")).findFirst().orElseThrow())
                .matches("openai-java & <async> +- +-");
    }

    @Test
    void staysWithinATerminalAndContinuesBelow() {
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(140));
        assertThat(text.lines().filter(line -> line.startsWith("llmchat whole "))).as("two blocks, one, and two curves")
                .hasSize(5);
    }

    @Test
    void showsCurvesByX() {
        assertThat(text).contains("CPU ms per stream, by chunks:");
        assertThat(lineWith("chunks  ")).matches("chunks +100 +1,000 +10,000 +100,000");
    }

    @Test
    void endsWithTheGoals() {
        assertThat(lineWith("reached "))
                .matches("reached +1.43 +1.5 +llmchat chunksTo: CPU per chunk at most 1.5 × the floor");
        assertThat(lineWith("MISSED by 12 % ")).matches("MISSED by 12 % +3,360 +3,000 +llmchat chunksTo: bytes .*");
        assertThat(lineWith("not measured ")).matches("not measured +- +24 +10,000 streams: .*");
        assertThat(text).endsWith("1 of 3 reached, 1 missed, 1 not measured.\n");
    }

    private String lineWith(String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
