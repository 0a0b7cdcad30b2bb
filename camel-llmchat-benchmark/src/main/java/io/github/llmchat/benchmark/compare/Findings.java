package io.github.llmchat.benchmark.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.benchmark.driver.Way;

/** The tables of all scenarios that were run, to look figures up in. For one thread. */
final class Findings {

    private final Map<Scenario, Table> tables = new EnumMap<>(Scenario.class);

    void add(Scenario scenario, Table table) {
        tables.put(scenario, table);
    }

    List<Table> tables() {
        return new ArrayList<>(tables.values());
    }

    /** {@return the median, not a number if it was not measured} */
    double median(Scenario scenario, Measure measure, Way way) {
        return median(scenario, measure, way.label());
    }

    private double median(Scenario scenario, Measure measure, String label) {
        Table table = tables.get(scenario);
        if (table == null) {
            return Double.NaN;
        }
        return table.lines().stream().filter(line -> line.label().equals(measure.label()))
                .map(line -> line.samples().get(label)).filter(found -> found != null)
                .mapToDouble(Samples::median).findFirst().orElse(Double.NaN);
    }

    double ratio(Scenario scenario, Measure measure, Way way, Way other) {
        return median(scenario, measure, way) / median(scenario, measure, other);
    }

    /** {@return what virtual threads on another JDK take, against the same way on this one} */
    double virtualThreadsRatio(Scenario scenario, Measure measure) {
        Table table = tables.get(scenario);
        if (table == null) {
            return Double.NaN;
        }
        return table.drivers().stream().filter(Contender::isVirtual).findFirst()
                .map(label -> median(scenario, measure, label) / median(scenario, measure, Way.CHUNKS_TO)).orElse(Double.NaN);
    }
}
