package io.github.llmchat.benchmark.jmh;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.benchmark.Machine;
import io.github.llmchat.benchmark.OneLine;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program that measures single parts of the component. */
@Command(name = "micro", mixinStandardHelpOptions = true, sortOptions = false,
         description = "Parser, chunk reader, accumulator and exchange path, each beside what others do in its place.")
public final class Micro implements Callable<Integer> {

    /** Of all that is here. */
    public static final String ALL = ".*";

    private static final String BENCHMARKS = Micro.class.getPackageName().replace(".", "\\.") + "\\..*";
    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.milliseconds(500);

    /** Compiled code is waited for: on a busy machine the compiler would else be done after the measurement. */
    private static final String[] JVM_ARGS = { "-Xms512m", "-Xmx512m", "-Xbatch" };

    @Spec
    private CommandSpec spec;

    @Option(names = "--include", defaultValue = ALL,
            description = "Which benchmarks: a regular expression that is found in Class.method (${DEFAULT-VALUE}).")
    private String include;

    @Option(names = "--quick", description = "Only shows that they run: once, for a moment, and all in this JVM.")
    private boolean quick;

    private Micro() {
    }

    /** @param args the options; --help lists them */
    public static void main(String... args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(OneLine.split(args)));
    }

    /** {@return the program, not yet run} */
    public static CommandLine commandLine() {
        return new CommandLine(new Micro());
    }

    @Override
    public Integer call() throws RunnerException {
        PrintWriter out = spec.commandLine().getOut();
        String time = quick ? "" : "; all of them take about three minutes";
        out.printf("Single parts, each alone%s; %s%n", time, Machine.description());
        out.flush();
        List<MicroRow> rows;
        try {
            rows = measure(include, quick);
        } catch (NoBenchmarksException e) {
            spec.commandLine().getErr().println("--include=" + include + " is found in no benchmark's Class.method");
            return CommandLine.ExitCode.USAGE;
        }
        out.printf("%-40s %12s %10s %10s %8s  %s%n", "", "CPU ns/op", "+/-", "elapsed", "B/op", "ratio of CPU");
        for (MicroRow row : rows) {
            out.printf("%-40s %12.1f %10.1f %10.1f %8.0f  %s%n", row.name(), row.nanos(), row.error(), row.elapsed(),
                    row.bytes(), ratio(row));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static String ratio(MicroRow row) {
        return Double.isNaN(row.ratio()) ? "" : String.format("%.2f of %s", row.ratio(), row.comparedWith());
    }

    /**
     * Runs benchmarks one after the other, each in a JVM of its own with this one's class path.
     *
     * @param  include         a regular expression that is found in the names of classes and methods; {@link #ALL}
     * @param  quick           whether they only run for a moment, in this JVM; the figures say nothing then
     * @return                 what they came to
     * @throws RunnerException if one of them failed, or there is none
     */
    public static List<MicroRow> measure(String include, boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(BENCHMARKS + include)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(1)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        TimeValue time = quick ? TimeValue.milliseconds(10) : ITERATION;
        options.warmupIterations(quick ? 0 : ITERATIONS).warmupTime(time)
                .measurementIterations(quick ? 1 : ITERATIONS).measurementTime(time)
                .forks(quick ? 0 : 1).jvmArgsAppend(JVM_ARGS);
        return MicroRows.of(new Runner(options.build()).run());
    }
}
