package io.github.llmchat.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.llmchat.benchmark.compare.Bench;
import io.github.llmchat.benchmark.load.Load;
import io.github.llmchat.benchmark.queue.QueueComparison;
import io.github.llmchat.benchmark.queue.ScaleOut;
import io.github.llmchat.benchmark.serving.PassThroughComparison;
import io.github.llmchat.benchmark.soak.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The programs are run by hand; this is whether they would. */
class ProgramsRunTest {

    private final StringWriter output = new StringWriter();

    @Test
    void loadReportsEachWay() {
        int exitCode = run(Load.commandLine(), "--streams 20 --chunks 5 --interval 1");

        assertThat(exitCode).as("%s", output).isZero();
        assertThat(output.toString()).contains("chunksTo, run 1 of 1", "publisher, run 1 of 1", "20 open at once, 20 complete",
                "100 sent, 100 received and compared, 0 lost");
    }

    @Test
    void soakReportsBothStates() {
        int exitCode = run(Soak.commandLine(), "--minutes 0.004 --calls 2 --seed 1");

        // so early the heap still grows: only what the calls came to is judged here
        assertThat(exitCode).as("%s", output).isIn(0, 1);
        assertThat(output.toString()).contains("after 0.002 minutes: heap after GC", "after 0.004 minutes: heap after GC",
                "left over: nothing", "NONE: complete", ", 0 not as expected").doesNotContain("left over: {");
    }

    @Test
    void queueReportsBothWaysAndWhatSamplesFound() {
        int exitCode = run(QueueComparison.commandLine(), "--prompts 40 --in-flight 20 --factor 0");

        assertThat(exitCode).as("%s", output).isZero();
        assertThat(output.toString()).contains("window-1     40 of 40 results", "batches-1    40 of 40 results",
                "no commit passed a prompt without a result");
    }

    @Test
    void scaleOutReportsEachNumberOfProcesses() {
        int exitCode = run(ScaleOut.commandLine(), "--processes 1 --prompts 20 --partitions 2");

        assertThat(exitCode).as("%s", output).isZero();
        assertThat(output.toString()).contains("1 processes: 20 results", "asked {process 1=20}");
    }

    @Test
    void passThroughReportsBothSidesAndTheMemoryOfEachClient() {
        int exitCode = run(PassThroughComparison.commandLine(),
                "--rounds 1 --millis 200 --interval 5 --streams 4 --busy 4 --clients 10");

        assertThat(exitCode).as("%s", output).isZero();
        assertThat(output.toString()).contains("whole answer, p50", "first chunk of a stream, p99", "chunk, p50", "requests/s",
                "chunks/s", "CPU of the pass-through a chunk", "10 clients: 10 open", "left over: nothing");
    }

    @Test
    void moreClientsThanFilesAreRefused() {
        int exitCode = run(PassThroughComparison.commandLine(), "--clients 1000,2000000000");

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(output.toString()).contains("4000000000 connections need 4000000200 open files",
                "ask for fewer with --clients");
    }

    @Test
    void nothingToMeasureIsRefused() {
        int exitCode = run(PassThroughComparison.commandLine(), "--clients 10,0");

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(output.toString()).contains("--clients must be 1 or more, not 0");
    }

    @Test
    void benchWritesWhatItFoundIntoThePage(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("performance.md");
        Files.writeString(page, "before\n<!-- benchmark:begin -->\nold\n<!-- benchmark:end -->\nafter\n");

        int exitCode = run(Bench.commandLine(),
                "--part 50 --rounds 1 --heap 128m --only flat-64,plain,length --ways FLOOR,CHUNKS_TO,WHOLE --page " + page);

        assertThat(exitCode).as("%s", output).isZero();
        assertThat(output.toString()).contains("64 streams, flat out", "llmchat chunksTo", "bare NIO + Jackson",
                "CPU µs/request",
                "1.5 x the floor");
        assertThat(page).content().contains("before\n", "64 streams, flat out", "images/benchmark-flat-64.svg", "after\n")
                .doesNotContain("old");
        assertThat(folder.resolve("images/benchmark-length.svg")).exists();
    }

    @Test
    void benchKnowsItsScenarios() {
        int exitCode = run(Bench.commandLine(), "--only flat-1,flat-2");

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(output.toString()).contains("--only=flat-2", "slow-10000");
    }

    @Test
    void moreStreamsThanFilesAreRefused() {
        int exitCode = run(Load.commandLine(), "--streams 2000000000");

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(output.toString()).contains("2000000000 connections need 2000000200 open files", "ulimit -n 2000000200");
    }

    private int run(CommandLine program, String options) {
        PrintWriter writer = new PrintWriter(output, true);
        return program.setOut(writer).setErr(writer).execute(OneLine.split(options));
    }
}
