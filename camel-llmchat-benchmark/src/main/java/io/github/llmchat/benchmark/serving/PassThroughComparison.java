package io.github.llmchat.benchmark.serving;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.OneLine;
import io.github.llmchat.benchmark.OpenFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program that talks to a gateway directly and through a route, side by side. */
@Command(name = "pass-through", mixinStandardHelpOptions = true, sortOptions = false,
         description = "A gateway directly, and through a route that is a model. "
                       + "Exit code 0: all answers as they had to be, nothing left over.")
public final class PassThroughComparison implements Callable<Integer> {

    /** No stream of the clients that are counted goes on meanwhile. */
    private static final Duration LONG_PAUSE = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds; medians are reported (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--millis", defaultValue = "3000", description = "Milliseconds of each run (${DEFAULT-VALUE}).")
    private int millis;

    @Option(names = "--interval", defaultValue = "50",
            description = "Milliseconds between two chunks of a stream, where their latency is measured (${DEFAULT-VALUE}).")
    private int interval;

    @Option(names = "--streams", defaultValue = "20", description = "Streams at this interval (${DEFAULT-VALUE}).")
    private int streams;

    @Option(names = "--busy", defaultValue = "100", description = "Clients at once, flat out (${DEFAULT-VALUE}).")
    private int busy;

    @Option(names = "--clients", defaultValue = "1000,5000", split = ",",
            description = "Clients with open streams, for the memory of each (${DEFAULT-VALUE}).")
    private List<Integer> clients;

    private PassThroughComparison() {
    }

    /** @param args the options; --help lists them */
    public static void main(String... args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(OneLine.split(args)));
    }

    /** {@return the program, not yet run} */
    public static CommandLine commandLine() {
        return new CommandLine(new PassThroughComparison());
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        checkOptions();
        // the pass-through has both ends
        String tooMany = OpenFiles.tooFewFor(2L * clients.stream().mapToInt(Integer::intValue).max().orElse(0), "--clients");
        if (tooMany != null) {
            spec.commandLine().getErr().println(tooMany);
            return CommandLine.ExitCode.USAGE;
        }
        out.printf("%d rounds, %d ms each run; %s%n", rounds, millis, Machine.description());
        Figures figures = new Figures();
        boolean good;
        try {
            good = latencies(out, figures) & rates(out, figures);
            out.print(figures.table());
            good &= memory(out);
        } catch (IOException | UncheckedIOException e) {
            out.println(e.getMessage());
            good = false;
        }
        out.println(good ? "All answers as they had to be, nothing left over." : "FAILED: see above.");
        out.flush();
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Nothing that is measured has none of it. */
    private void checkOptions() {
        for (OptionSpec option : spec.options()) {
            Object given = option.getValue();
            for (Object value : given instanceof List<?> several ? several : List.of(given)) {
                if (value instanceof Integer number && number < 1) {
                    throw new ParameterException(
                            spec.commandLine(), option.longestName() + " must be 1 or more, not " + number);
                }
            }
        }
    }

    private boolean latencies(PrintWriter out, Figures figures) throws IOException, InterruptedException {
        Duration pause = Duration.ofMillis(interval);
        try (TestBed bed = new TestBed(pause)) {
            Comparison comparison = new Comparison(bed, out, figures, Duration.ofMillis(millis));
            comparison.warmUp();
            for (int round = 0; round < rounds; round++) {
                comparison.requestLatency();
                comparison.chunkLatency(streams, pause);
            }
            others(out, "latencies", bed);
            return comparison.good();
        }
    }

    private boolean rates(PrintWriter out, Figures figures) throws IOException, InterruptedException {
        try (TestBed bed = new TestBed(Duration.ZERO)) {
            Comparison comparison = new Comparison(bed, out, figures, Duration.ofMillis(millis));
            comparison.warmUp();
            for (int round = 0; round < rounds; round++) {
                comparison.requestRate(busy);
                comparison.chunkRate(busy);
            }
            others(out, "rates", bed);
            return comparison.good();
        }
    }

    private boolean memory(PrintWriter out) throws IOException, InterruptedException {
        boolean good = true;
        try (TestBed bed = new TestBed(LONG_PAUSE)) {
            OpenClients open = new OpenClients(bed, out);
            // classes, threads and pools are no client's
            open.measure(Math.min(clients.get(0), 100), false);
            for (int count : clients) {
                for (int round = 0; round < rounds; round++) {
                    good &= open.measure(count, true);
                }
            }
        }
        return good;
    }

    private static void others(PrintWriter out, String name, TestBed bed) {
        out.printf("%s: other processes used %.2f cores meanwhile%n", name, bed.othersBusy());
        out.flush();
    }
}
