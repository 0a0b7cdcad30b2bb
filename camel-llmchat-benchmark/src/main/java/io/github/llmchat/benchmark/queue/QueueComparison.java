package io.github.llmchat.benchmark.queue;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.OneLine;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program that works off the same queue with the window and in batches. */
@Command(name = "queue", mixinStandardHelpOptions = true, sortOptions = false,
         description = "A queue of prompts, worked off with the window and in batches. Exit code 0: the window is at least"
                       + " so much faster as asked for, and no commit passed a prompt without a result.")
public final class QueueComparison implements Callable<Integer> {

    private static final long PATIENCE_MINUTES = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--prompts", defaultValue = "1000", description = "Prompts in the queue (${DEFAULT-VALUE}).")
    private int prompts;

    @Option(names = "--partitions", defaultValue = "2", description = "Partitions of the topic (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(names = "--in-flight", defaultValue = "200", description = "Window, and size of a batch (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(names = "--rounds", defaultValue = "1", description = "Runs of each; their median counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--factor", defaultValue = "2", description = "How much faster the window must be (${DEFAULT-VALUE}).")
    private double factor;

    private QueueComparison() {
    }

    /** @param args the options; --help lists them */
    public static void main(String... args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(OneLine.split(args)));
    }

    /** {@return the program, not yet run} */
    public static CommandLine commandLine() {
        return new CommandLine(new QueueComparison());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d prompts in %d partitions, %d in flight; %s%n", prompts, partitions, inFlight, Machine.description());
        boolean covered = true;
        List<List<Double>> seconds = new ArrayList<>();
        try (KafkaBroker broker = KafkaBroker.start(); LogNormalGateway gateway = new LogNormalGateway()) {
            run(broker, gateway, Pattern.window, "warm-up", Math.min(prompts, 200), out);
            for (Pattern pattern : List.of(Pattern.window, Pattern.batches)) {
                List<Double> each = new ArrayList<>();
                for (int round = 1; round <= rounds; round++) {
                    double time = run(broker, gateway, pattern, pattern + "-" + round, prompts, out);
                    covered &= time > 0;
                    each.add(Math.abs(time));
                }
                each.sort(null);
                seconds.add(each);
            }
            run(broker, gateway, Pattern.autocommit, "autocommit", prompts, out);
        }
        double ratio = seconds.get(1).get(rounds / 2) / seconds.get(0).get(rounds / 2);
        out.printf("The window is %.1f times as fast as batches%s.%n", ratio,
                covered ? ", and no commit passed a prompt without a result" : "; UNCOVERED prompts, see above");
        out.flush();
        return covered && ratio >= factor ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** {@return how long it took, from the start of the routes, in seconds} Negative if a sample was uncovered. */
    private double run(
            KafkaBroker broker, LogNormalGateway gateway, Pattern pattern, String name, int count, PrintWriter out)
            throws Exception {
        try (QueueTopics topics = new QueueTopics(broker, name, partitions)) {
            topics.put(count);
            long start = System.nanoTime();
            try (QueueWorker worker = new QueueWorker(
                    broker.bootstrapServers(), gateway.baseUrl(), name, name, pattern, inFlight);
                 Coverage coverage = new Coverage(topics, worker.stored())) {
                long end = start + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
                while (worker.stored().size() < count && System.nanoTime() < end) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                out.printf("%-12s %d of %d results in %.1f s, %.0f/s; %s%n", name, worker.stored().size(), count, seconds,
                        worker.stored().size() / seconds, coverage.report());
                out.flush();
                return coverage.uncovered() > 0 || worker.stored().size() < count ? -seconds : seconds;
            }
        }
    }
}
