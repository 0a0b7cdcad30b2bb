package io.github.llmchat.benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.benchmark.driver.Workload;

/** All contenders of one scenario: warmed up, then round by round, so that what disturbs one disturbs all. */
final class ScenarioRun {

    private static final Workload SHORT_STREAMS = Workload.streams(64, 6_000, 20, 0);

    private final Scenario scenario;
    private final List<Contender> contenders;
    private final Effort effort;
    private final PrintWriter out;
    private final Map<Contender, List<Sample>> samples = new LinkedHashMap<>();

    ScenarioRun(Scenario scenario, List<Contender> contenders, Effort effort, PrintWriter out) {
        this.scenario = scenario;
        this.contenders = contenders;
        this.effort = effort;
        this.out = out;
    }

    /** {@return whether every call was complete} */
    boolean run() throws IOException {
        if (!scenario.isForOneAtATime()) {
            return run(contenders);
        }
        boolean good = true;
        for (Contender contender : contenders) {
            good &= run(List.of(contender));
        }
        return good;
    }

    private boolean run(List<Contender> together) throws IOException {
        Workload workload = effort.of(scenario.workload());
        try (Field field = new Field(together, effort, out)) {
            for (Contender contender : together) {
                warmUp(field, contender, workload);
            }
            for (int round = 0; round < effort.rounds(); round++) {
                for (Contender contender : together) {
                    samples.computeIfAbsent(contender, any -> new ArrayList<>()).add(field.run(contender, workload));
                }
            }
            return field.good();
        }
    }

    private void warmUp(Field field, Contender contender, Workload workload) {
        if (scenario.isPaced()) {
            // where chunks and requests are rare, code gets hot slowly, and the compiler's time would count
            field.warmUp(contender, effort.of(SHORT_STREAMS));
        }
        if (!scenario.isForOneAtATime()) {
            field.warmUp(contender, workload);
        }
    }

    Table table() {
        List<Line> lines = scenario.measures().stream().map(this::line).toList();
        return new Table(scenario.id(), scenario.title(), contenders.stream().map(Contender::label).toList(), lines);
    }

    private Line line(Measure measure) {
        Map<String, Samples> line = new LinkedHashMap<>();
        samples.forEach((contender, runs) -> {
            if (measure.isOf(contender.way())) {
                line.put(contender.label(), samples(measure, runs));
            }
        });
        return new Line(measure.label(), measure.digits(), line);
    }

    private static Samples samples(Measure measure, List<Sample> runs) {
        return new Samples(runs.stream().map(Sample::outcome).map(measure::of).toList());
    }

    /** {@return cores that others used, one figure a run} */
    List<Double> others() {
        return samples.values().stream().flatMap(List::stream).map(Sample::others).toList();
    }
}
