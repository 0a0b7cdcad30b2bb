package io.github.llmchat.benchmark.compare;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page that shows the figures: what is between its two marks is a report's, the rest is its writer's. */
final class PerformancePage {

    static final String BEGIN = "<!-- benchmark:begin -->";
    static final String END = "<!-- benchmark:end -->";

    private final Path page;

    /** @param page docs/performance.md; the charts' directory is beside it */
    PerformancePage(Path page) {
        this.page = page;
    }

    /**
     * Looks whether the page can take a report: a benchmark asks before it runs for an hour.
     *
     * @throws IOException with what to do, if there is no such file or it has not exactly one line with each mark
     */
    void check() throws IOException {
        frame();
    }

    /**
     * Replaces the report on the page, and all charts.
     *
     * @throws IOException like {@link #check()}, and nothing was written then; or if writing fails
     */
    void write(Report report) throws IOException {
        Frame frame = frame();
        Path directory = page.resolveSibling(Charts.DIRECTORY);
        Files.createDirectories(directory);
        Map<String, String> charts = new Charts(report).files();
        deleteAllBut(charts, directory);
        for (Map.Entry<String, String> chart : charts.entrySet()) {
            Files.writeString(directory.resolve(chart.getKey()), chart.getValue());
        }
        Files.writeString(page, frame.before() + "\n\n" + new MarkdownReport(report).text() + "\n" + frame.after());
    }

    /** Charts that an earlier report had. */
    private static void deleteAllBut(Map<String, String> charts, Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, Charts.PREFIX + "*" + Charts.SUFFIX)) {
            for (Path file : files) {
                if (!charts.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private Frame frame() throws IOException {
        if (!Files.isRegularFile(page)) {
            throw new IOException(
                    page.toAbsolutePath() + " is no file: name the page that takes the report, docs/performance.md");
        }
        String text = Files.readString(page);
        MatchResult begin = onlyLine(text, BEGIN);
        MatchResult end = onlyLine(text, END);
        if (begin.end() > end.start()) {
            throw new IOException(page + " has the line " + END + " before " + BEGIN + ": exchange them");
        }
        return new Frame(text.substring(0, begin.end()), text.substring(end.start()));
    }

    private MatchResult onlyLine(String text, String mark) throws IOException {
        List<MatchResult> lines = Pattern.compile("^" + Pattern.quote(mark) + "[ \\t]*$", Pattern.MULTILINE).matcher(text)
                .results().toList();
        if (lines.size() != 1) {
            throw new IOException(
                    page + " has " + lines.size() + " lines " + mark + ", and needs one: the report goes between "
                                  + BEGIN + " and " + END + ", each on a line of its own");
        }
        return lines.get(0);
    }

    /** The marks included. */
    private record Frame(String before, String after) {
    }
}
