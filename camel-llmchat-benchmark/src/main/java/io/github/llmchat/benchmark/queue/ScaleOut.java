package io.github.llmchat.benchmark.queue;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.OneLine;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program that works off a queue with one process, then with two, and so on, all in one consumer group. */
@Command(name = "scale-out", mixinStandardHelpOptions = true, sortOptions = false,
         description = "A queue of prompts for one process, two, and so on. Exit code 0: every prompt was asked once.")
public final class ScaleOut implements Callable<Integer> {

    private static final long PATIENCE_MINUTES = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--processes", defaultValue = "4", description = "Processes, at most (${DEFAULT-VALUE}).")
    private int processes;

    @Option(names = "--prompts", defaultValue = "1200", description = "Prompts in each queue (${DEFAULT-VALUE}).")
    private int prompts;

    @Option(names = "--partitions", defaultValue = "8", description = "Partitions of the topic (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(names = "--in-flight", defaultValue = "15", description = "The window of each process (${DEFAULT-VALUE}).")
    private int inFlight;

    private ScaleOut() {
    }

    /** @param args the options; --help lists them */
    public static void main(String... args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(OneLine.split(args)));
    }

    /** {@return the program, not yet run} */
    public static CommandLine commandLine() {
        return new CommandLine(new ScaleOut());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d prompts in %d partitions, a window of %d for each process; %s%n", prompts, partitions, inFlight,
                Machine.description());
        boolean good = true;
        try (KafkaBroker broker = KafkaBroker.start(); LogNormalGateway gateway = new LogNormalGateway()) {
            for (int count = 1; count <= processes; count++) {
                try (QueueTopics topics = new QueueTopics(broker, "scale-" + count, partitions)) {
                    good &= run(broker.bootstrapServers(), gateway, topics, count, out);
                }
            }
        }
        out.println(good ? "Every prompt was asked once and has one result." : "FAILED: see above.");
        out.flush();
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean run(String brokers, LogNormalGateway gateway, QueueTopics topics, int count, PrintWriter out)
            throws Exception {
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (int i = 1; i <= count; i++) {
                workers.add(new WorkerProcess(brokers, gateway.baseUrl(), "process " + i, topics.run(), inFlight));
            }
            await(workers, () -> topics.settled(count));
            long start = System.nanoTime();
            topics.put(prompts);
            await(workers, () -> topics.resultsSoFar() >= prompts);
            double seconds = (System.nanoTime() - start) / 1e9;
            Map<String, Integer> counts = gateway.takeCounts();
            int asked = counts.values().stream().mapToInt(Integer::intValue).sum();
            out.printf("%d processes: %d results in %.1f s, %.0f/s, %.0f/s for each; asked %s%n", count, prompts, seconds,
                    prompts / seconds, prompts / seconds / count, counts);
            out.flush();
            return asked == prompts && topics.resultsSoFar() == prompts;
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    private static void await(List<WorkerProcess> workers, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!condition.call()) {
            if (!workers.stream().allMatch(WorkerProcess::alive)) {
                throw new IOException("A worker's JVM has ended; its own output says why");
            }
            if (System.nanoTime() > end) {
                throw new TimeoutException("Not done in " + PATIENCE_MINUTES + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
