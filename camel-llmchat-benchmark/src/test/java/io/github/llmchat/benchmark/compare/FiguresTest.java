package io.github.llmchat.benchmark.compare;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    @Test
    void threeDigitsAreKept() {
        assertThat(Figures.rounded(0.012345)).isEqualTo("0.0123");
        assertThat(Figures.rounded(1.4)).isEqualTo("1.40");
        assertThat(Figures.rounded(9.996)).isEqualTo("10.0");
        assertThat(Figures.rounded(99.96)).isEqualTo("100");
        assertThat(Figures.rounded(123_456.7)).isEqualTo("123,457");
        assertThat(Figures.rounded(0)).isEqualTo("0");
    }

    @Test
    void plainHasNoZerosAtItsEnd() {
        assertThat(Figures.plain(1.50)).isEqualTo("1.5");
        assertThat(Figures.plain(0.001)).isEqualTo("0.001");
        assertThat(Figures.plain(10_000)).isEqualTo("10,000");
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Figures.fixed(1234.5, 1)).isEqualTo("1,234.5");
            assertThat(Figures.plain(1234.5)).isEqualTo("1,234.5");
            assertThat(new MarkdownReport(SampleReport.REPORT).text()).contains("| 1.95 (1.87 to 2.11) |");
        } finally {
            Locale.setDefault(before);
        }
    }
}
