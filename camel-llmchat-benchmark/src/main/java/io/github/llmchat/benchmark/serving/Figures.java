package io.github.llmchat.benchmark.serving;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The figures of all rounds. For one thread. */
final class Figures {

    private final Map<Measure, Map<Side, List<Double>>> values = new EnumMap<>(Measure.class);

    void add(Measure measure, Side side, double value) {
        values.computeIfAbsent(measure, any -> new EnumMap<>(Side.class))
                .computeIfAbsent(side, any -> new ArrayList<>()).add(value);
    }

    /** {@return a table: medians, the least and the most of all rounds, and what the pass-through adds} */
    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "", "direct", "pass-through", "added, or ratio");
        values.forEach((measure, sides) -> line(table, measure.label(), cell(measure, sides.get(Side.direct)),
                cell(measure, sides.get(Side.passThrough)), comparison(measure, sides)));
        return table.toString();
    }

    private static String cell(Measure measure, List<Double> rounds) {
        if (rounds == null) {
            return "-";
        }
        List<Double> sorted = rounds.stream().sorted().toList();
        return measure.format(median(rounds)) + " (" + measure.format(sorted.get(0)) + " to "
               + measure.format(sorted.get(sorted.size() - 1)) + ")";
    }

    private static String comparison(Measure measure, Map<Side, List<Double>> sides) {
        if (sides.size() < Side.values().length) {
            return "";
        }
        return measure.compare(median(sides.get(Side.direct)), median(sides.get(Side.passThrough)));
    }

    private static double median(List<Double> rounds) {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void line(StringBuilder table, String... cells) {
        table.append(String.format("  %-34s %-32s %-32s %s", (Object[]) cells).stripTrailing()).append(System.lineSeparator());
    }
}
