package io.github.llmchat.benchmark.soak;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.github.llmchat.benchmark.CamelUnderLoad;
import io.github.llmchat.benchmark.GatewayProcess;
import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.OneLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program that calls with faults at random, for hours, and looks whether anything has grown. */
@Command(name = "soak", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Calls and faults at random. Exit code 0: each call ended as it had to, all counters are 0, and the "
                       + "heap after GC is what it was after the first minute.")
public final class Soak implements Callable<Integer> {

    private static final double WARM_UP_MINUTES = 1;
    private static final double WARM_UP_SHARE = 0.5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", defaultValue = "60", description = "How long, in all (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--calls", defaultValue = "64", description = "Calls at once (${DEFAULT-VALUE}).")
    private int calls;

    @Option(names = "--seed", description = "Of what is drawn at random; the time, if not given.")
    private Long seed;

    private Soak() {
    }

    /** @param args the options; --help lists them */
    public static void main(String... args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(OneLine.split(args)));
    }

    /** {@return the program, not yet run} */
    public static CommandLine commandLine() {
        return new CommandLine(new Soak());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        long drawn = seed == null ? System.currentTimeMillis() : seed;
        out.printf("%s minutes, %d calls at once, seed %d; %s%n", minutes, calls, drawn, Machine.description());
        String[] entries = Arrays.stream(SoakWay.values()).map(SoakWay::entry).toArray(String[]::new);
        SoakTally tally = new SoakTally();
        boolean good;
        try (GatewayProcess gateway = new GatewayProcess(Duration.ofMillis(20));
             CamelUnderLoad camel = new CamelUnderLoad(gateway.baseUrl(), new SoakRoutes(), entries)) {
            good = run(out, camel, new SoakCalls(camel, tally, calls, drawn));
        }
        tally.outcomes().forEach((outcome, count) -> out.printf("  %,10d  %s%n", count.sum(), outcome));
        out.printf("%,d calls, %d not as expected%s%n", tally.calls(), tally.unexpected(),
                tally.unexpected() == 0 ? "" : "; the first: " + tally.firstUnexpected());
        good &= tally.unexpected() == 0;
        out.println(good ? "Each call ended as it had to, nothing has grown." : "FAILED: see above.");
        out.flush();
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean run(PrintWriter out, CamelUnderLoad camel, SoakCalls soak) throws InterruptedException {
        double warmUp = Math.min(WARM_UP_MINUTES, minutes * WARM_UP_SHARE);
        boolean allEnded = soak.run(duration(warmUp));
        SoakState first = SoakState.of(camel);
        out.printf("after %.3f minutes: %s%n", warmUp, first);
        out.flush();
        allEnded = allEnded && soak.run(duration(minutes - warmUp));
        SoakState last = SoakState.of(camel);
        out.printf("after %.3f minutes: %s%n", minutes, last);
        if (!allEnded) {
            out.println("Calls have not ended.");
        }
        return allEnded && first.leftOver().isEmpty() && last.isAsGoodAs(first);
    }

    private static Duration duration(double minutes) {
        return Duration.ofMillis((long) (minutes * 60_000));
    }
}
