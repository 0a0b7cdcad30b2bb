package io.github.llmchat.benchmark.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PerformancePageTest {

    private static final String BEFORE = "# Performance\n\nBy hand: `<!-- benchmark:begin -->` is where it begins.\n\n";
    private static final String AFTER = "\n\n## By hand, too\r\nlast line without an end";
    private static final String PAGE = BEFORE + PerformancePage.BEGIN + "\n\nold\n\n" + PerformancePage.END + AFTER;

    @TempDir
    private Path docs;
    private Path file;

    @BeforeEach
    void writePage() throws IOException {
        file = docs.resolve("performance.md");
        Files.writeString(file, PAGE);
    }

    @Test
    void replacesWhatIsBetweenTheMarksAndNothingElse() throws IOException {
        new PerformancePage(file).write(SampleReport.REPORT);

        assertThat(file).content().startsWith(BEFORE + PerformancePage.BEGIN + "\n\n* 2 cores")
                .endsWith("threads |\n\n" + PerformancePage.END + AFTER).doesNotContain("old");
    }

    @Test
    void theSameReportMakesTheSamePage() throws IOException {
        new PerformancePage(file).write(SampleReport.REPORT);
        String once = Files.readString(file);

        new PerformancePage(file).write(SampleReport.REPORT);

        assertThat(file).content().isEqualTo(once);
    }

    @Test
    void writesEachChartThatThePageShows() throws IOException {
        new PerformancePage(file).write(SampleReport.REPORT);

        List<String> shown = Pattern.compile("]\\((images/.*?)\\)").matcher(Files.readString(file)).results()
                .map(result -> result.group(1)).toList();
        assertThat(shown).hasSize(4).allSatisfy(image -> assertThat(docs.resolve(image)).content().startsWith("<svg"));
    }

    @Test
    void deletesChartsOfAnEarlierReportAndNoOtherImage() throws IOException {
        Path images = Files.createDirectory(docs.resolve("images"));
        Files.writeString(images.resolve("benchmark-earlier.svg"), "<svg/>");
        Files.writeString(images.resolve("chat-page.png"), "other");

        new PerformancePage(file).write(SampleReport.REPORT);

        assertThat(images.resolve("benchmark-earlier.svg")).doesNotExist();
        assertThat(images.resolve("chat-page.png")).exists();
    }

    @Test
    void saysWhichMarkIsMissing() throws IOException {
        Files.writeString(file, BEFORE + PerformancePage.BEGIN + "\n");

        assertRefused("performance.md has 0 lines <!-- benchmark:end -->, and needs one");
    }

    @Test
    void refusesAMarkThatIsThereTwice() throws IOException {
        Files.writeString(file, PAGE + "\n" + PerformancePage.BEGIN + "\n");

        assertRefused("performance.md has 2 lines <!-- benchmark:begin -->, and needs one");
    }

    @Test
    void refusesMarksInTheWrongOrder() throws IOException {
        Files.writeString(file, PerformancePage.END + "\n" + PerformancePage.BEGIN + "\n");

        assertRefused("has the line <!-- benchmark:end --> before <!-- benchmark:begin -->");
    }

    @Test
    void saysThatThereIsNoPage() throws IOException {
        Files.delete(file);

        assertRefused("performance.md is no file: name the page that takes the report");
    }

    private void assertRefused(String message) {
        PerformancePage page = new PerformancePage(file);

        assertThatThrownBy(page::check).isInstanceOf(IOException.class).hasMessageContaining(message);
        assertThatThrownBy(() -> page.write(SampleReport.REPORT)).isInstanceOf(IOException.class).hasMessageContaining(message);
        assertThat(docs.resolve("images")).doesNotExist();
    }
}
