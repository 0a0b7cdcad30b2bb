package io.github.llmchat.benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.OneLine;
import io.github.llmchat.benchmark.OpenFiles;
import io.github.llmchat.benchmark.driver.Way;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program that compares the component with others, and writes what it found into the documentation. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
         description = "The component beside others, the same work for all. Exit code 0: every call was complete.")
public final class Bench implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "5", description = "Runs of each; medians are reported (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--only", split = ",",
            description = "What is run, of flat-1, flat-64, slow-100, slow-1000, plain, first, slow-10000, length, streams, "
                          + "parts. All, if not given.")
    private List<String> only;

    @Option(names = "--ways", split = ",",
            description = "Who takes part, of ${COMPLETION-CANDIDATES}. All, if not given.")
    private List<Way> ways;

    @Option(names = "--warm-up", defaultValue = "6000", description = "Milliseconds before figures count (${DEFAULT-VALUE}).")
    private long warmUp;

    @Option(names = "--heap", defaultValue = "1g", description = "Of each JVM (${DEFAULT-VALUE}).")
    private String heap;

    @Option(names = "--jvm-option",
            description = "For each driver's JVM, such as -XX:StartFlightRecording:filename=DIR/ to see where the time goes.")
    private List<String> jvmOptions = List.of();

    @Option(names = "--other-java",
            description = "The home of a JDK, 21 or later: the component runs there, too, on virtual threads.")
    private Path otherJava;

    @Option(names = "--page", description = "A page with the marks <!-- benchmark:begin --> and <!-- benchmark:end -->, "
                                            + "which gets the report between them, and its charts beside it.")
    private Path page;

    @Option(names = "--part", defaultValue = "1",
            description = "More than 1: so much less is done, only to see whether it runs (${DEFAULT-VALUE}).")
    private int part;

    private final List<Double> others = new ArrayList<>();
    private final Findings findings = new Findings();
    private final List<Curve> curves = new ArrayList<>();
    private final List<Goal> straightness = new ArrayList<>();
    private List<Table> parts = List.of();

    private Bench() {
    }

    /** @param args the options; --help lists them */
    public static void main(String... args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(OneLine.split(args)));
    }

    /** {@return the program, not yet run} */
    public static CommandLine commandLine() {
        return new CommandLine(new Bench());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        String refusal = refusal();
        if (refusal != null) {
            spec.commandLine().getErr().println(refusal);
            return CommandLine.ExitCode.USAGE;
        }
        if (page != null) {
            new PerformancePage(page).check();
        }
        Effort effort = new Effort(rounds, part == 1 ? warmUp : 0, heap, jvmOptions, part);
        boolean good = scenarios(effort, out);
        curves(effort, out);
        if (isWanted(SingleParts.ID)) {
            parts = List.of(SingleParts.measure(part > 1));
            tell(report(parts, List.of(), List.of()), out);
        }
        tell(report(List.of(), List.of(), goals()), out);
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Prints what is new, and brings the page up to date: a run that ends early has not been for nothing. */
    private void tell(Report news, PrintWriter out) throws IOException {
        out.println(new TextReport(news).text());
        out.flush();
        if (page != null) {
            List<Table> tables = new ArrayList<>(findings.tables());
            tables.addAll(parts);
            new PerformancePage(page).write(report(tables, curves, goals()));
        }
    }

    private Report report(List<Table> tables, List<Curve> someCurves, List<Goal> goals) {
        return new Report(machine(), tables, someCurves, goals);
    }

    private List<Goal> goals() {
        List<Goal> goals = new ArrayList<>(Goals.of(findings));
        goals.addAll(straightness);
        return goals;
    }

    /** What stands against beginning; null if nothing does. */
    private String refusal() {
        List<String> unknown = only == null ? List.of() : only.stream().filter(id -> !known().contains(id)).toList();
        if (!unknown.isEmpty()) {
            return "--only=" + String.join(",", unknown) + ": must be of " + known();
        }
        boolean many = part == 1 && (isWanted(Scenario.SLOW_10000.id()) || isWanted(CurveRun.STREAMS.id()));
        return many ? OpenFiles.tooFewFor(Scenario.SLOW_10000.workload().atOnce(), "--only") : null;
    }

    private void curves(Effort effort, PrintWriter out) throws IOException {
        for (CurveRun run : CurveRun.values()) {
            if (isWanted(run.id())) {
                Curve curve = run.run(effort, out);
                curves.add(curve);
                straightness.add(run.straightness(curve));
                tell(report(List.of(), List.of(curve), List.of()), out);
            }
        }
    }

    private boolean scenarios(Effort effort, PrintWriter out) throws IOException {
        boolean good = true;
        for (Scenario scenario : Scenario.values()) {
            if (isWanted(scenario.id())) {
                ScenarioRun run = new ScenarioRun(scenario, contenders(scenario), effort, out);
                good &= run.run();
                findings.add(scenario, run.table());
                others.addAll(run.others());
                tell(report(List.of(run.table()), List.of(), List.of()), out);
            }
        }
        return good;
    }

    private List<Contender> contenders(Scenario scenario) {
        List<Contender> contenders = new ArrayList<>();
        for (Way way : scenario.ways()) {
            if (ways == null || ways.contains(way)) {
                contenders.add(new Contender(way));
                if (way == Way.CHUNKS_TO && otherJava != null) {
                    contenders.add(Contender.virtualThreads(otherJava));
                }
            }
        }
        return contenders;
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        Stream.of(Scenario.values()).map(Scenario::id).forEach(known::add);
        Stream.of(CurveRun.values()).map(CurveRun::id).forEach(known::add);
        known.add(SingleParts.ID);
        return known;
    }

    private boolean isWanted(String id) {
        return only == null || only.contains(id);
    }

    private List<String> machine() {
        List<String> lines = new ArrayList<>(List.of(LocalDate.now() + ", " + Machine.description(heap)));
        if (!others.isEmpty()) {
            double[] sorted = others.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            lines.add(String.format("cores that other processes used meanwhile: %.2f in the median of all runs, %.2f at most",
                    sorted[sorted.length / 2], sorted[sorted.length - 1]));
        }
        return lines;
    }
}
