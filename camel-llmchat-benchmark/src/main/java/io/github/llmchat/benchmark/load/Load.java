package io.github.llmchat.benchmark.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.github.llmchat.benchmark.CamelUnderLoad;
import io.github.llmchat.benchmark.GatewayProcess;
import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.OneLine;
import io.github.llmchat.benchmark.OpenFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program that opens many streams at once and counts what comes. */
@Command(name = "load", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Many streams at once from a simulated gateway. Exit code 0: all complete, nothing left over.")
public final class Load implements Callable<Integer> {

    private static final LoadSize WARM_UP = new LoadSize(100, 50, 5);

    @Spec
    private CommandSpec spec;

    @Option(names = "--streams", defaultValue = "10000", description = "Streams at once (${DEFAULT-VALUE}).")
    private int streams;

    @Option(names = "--chunks", defaultValue = "50", description = "Chunks of each stream (${DEFAULT-VALUE}).")
    private int chunks;

    @Option(names = "--interval", defaultValue = "20",
            description = "Milliseconds between two chunks of a stream (${DEFAULT-VALUE}).")
    private int interval;

    @Option(names = "--way", description = "How streams are read: ${COMPLETION-CANDIDATES}. All, if not given.")
    private Way way;

    @Option(names = "--rounds", defaultValue = "1",
            description = "Runs of each way; the median of their rates is reported (${DEFAULT-VALUE}).")
    private int rounds;

    private Load() {
    }

    /** @param args the options; --help lists them */
    public static void main(String... args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(OneLine.split(args)));
    }

    /** {@return the program, not yet run} */
    public static CommandLine commandLine() {
        return new CommandLine(new Load());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        String tooMany = OpenFiles.tooFewFor(streams, "--streams");
        if (tooMany != null) {
            spec.commandLine().getErr().println(tooMany);
            return CommandLine.ExitCode.USAGE;
        }
        LoadSize size = new LoadSize(streams, chunks, interval);
        out.printf("%d streams of %d chunks at %d ms; %s%n", streams, chunks, interval, Machine.description());
        boolean good = true;
        try (GatewayProcess gateway = new GatewayProcess(Duration.ofMillis(interval));
             CamelUnderLoad camel = new CamelUnderLoad(
                     gateway.baseUrl(), new LoadRoutes(), Way.chunksTo.entry(), Way.publisher.entry())) {
            for (Way each : way == null ? List.of(Way.values()) : List.of(way)) {
                if (streams > WARM_UP.streams()) {
                    new LoadRun(gateway, camel, WARM_UP, each).run();
                }
                good &= rounds(out, gateway, camel, size, each);
            }
        }
        out.println(good ? "All streams complete, nothing lost, nothing left over." : "FAILED: see above.");
        out.flush();
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean rounds(PrintWriter out, GatewayProcess gateway, CamelUnderLoad camel, LoadSize size, Way each)
            throws InterruptedException {
        boolean good = true;
        List<Double> rates = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            LoadResult result = new LoadRun(gateway, camel, size, each).run();
            out.printf("%s, run %d of %d%n%s", each, round, rounds, result.report());
            out.flush();
            good &= result.good();
            rates.add(result.rate());
        }
        rates.sort(null);
        out.printf("%s: median of %d: %.0f chunks/s%n", each, rounds, rates.get(rates.size() / 2));
        return good;
    }
}
