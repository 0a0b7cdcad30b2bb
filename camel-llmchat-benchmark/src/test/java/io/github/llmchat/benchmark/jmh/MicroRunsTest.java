package io.github.llmchat.benchmark.jmh;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import io.github.llmchat.benchmark.OneLine;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** What the figures are is nothing that a build on a busy machine can tell; this is whether there would be some. */
class MicroRunsTest {

    private final StringWriter output = new StringWriter();

    @Test
    void eachBenchmarkRunsAndIsComparedWithOneThatRuns() throws Exception {
        List<MicroRow> rows = Micro.measure(Micro.ALL, true);

        assertThat(rows).extracting(MicroRow::name).contains(
                "SseParser.events readSize=4096", "ChunkReader.chatChunk kind=USAGE", "Accumulator.text10000",
                "ExchangePath.chunksTo", "ExchangePath.floor");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.nanos()).isPositive();
            assertThat(row.bytes()).isPositive();
            assertThat(row.ratio() > 0).isEqualTo(row.comparedWith() != null);
        });
    }

    @Test
    void whatTheRouteGetsIsTheSameOnEachPath() throws Exception {
        ExchangePathBenchmark paths = new ExchangePathBenchmark();
        paths.prepare();
        try {
            long characters = paths.floor();
            assertThat(characters).isPositive();
            assertThat(paths.chunksTo()).isEqualTo(characters);
            assertThat(paths.chunksToFromEvents()).isEqualTo(characters);
        } finally {
            paths.close();
        }
    }

    @Test
    void aTableIsPrinted() {
        int exitCode = run("--quick --include Accumulator");

        assertThat(exitCode).as("%s", output).isZero();
        assertThat(output.toString()).contains("CPU ns/op", "B/op", "Accumulator.text10000", "of Accumulator.text100")
                .doesNotContain("SseParser");
    }

    @Test
    void whatIsFoundInNoNameIsRefused() {
        int exitCode = run("--quick --include nowhere");

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(output.toString()).contains("--include=nowhere is found in no benchmark's Class.method");
    }

    private int run(String options) {
        PrintWriter writer = new PrintWriter(output, true);
        return Micro.commandLine().setOut(writer).setErr(writer).execute(OneLine.split(options));
    }
}
