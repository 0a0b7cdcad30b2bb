package io.github.llmchat.benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of words, before anything is known of lines and frames. The drivers are rows: there are more of them than
 * measures, and their names are long. Medians have spaces before them, so that their last digits are below each other.
 */
record Cells(List<String> head, List<List<String>> rows) {

    private static final String NONE = "-";

    static Cells of(Table table) {
        List<String> head = Stream.concat(Stream.of(""), table.lines().stream().map(Line::label)).toList();
        List<List<String>> columns = new ArrayList<>();
        columns.add(table.drivers());
        for (Line line : table.lines()) {
            columns.add(column(table.drivers().stream().map(driver -> samplesOrNull(line, driver)).toList(),
                    value -> Figures.fixed(value, line.digits())));
        }
        return new Cells(head, transposed(columns));
    }

    static Cells of(Curve curve) {
        Set<Double> xs = curve.lines().stream().flatMap(course -> course.points().stream()).map(Curve.Point::x)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> head = Stream.concat(Stream.of(curve.x()), xs.stream().map(Figures::plain)).toList();
        List<List<String>> columns = new ArrayList<>();
        columns.add(curve.lines().stream().map(Curve.Course::driver).toList());
        for (double x : xs) {
            columns.add(column(curve.lines().stream().map(course -> samplesOrNull(course, x)).toList(), Figures::rounded));
        }
        return new Cells(head, transposed(columns));
    }

    static Cells of(List<Goal> goals) {
        List<List<String>> rows = goals.stream().map(goal -> List.of(Outcome.of(goal).text(),
                Double.isNaN(goal.reached()) ? NONE : Figures.rounded(goal.reached()), Figures.plain(goal.bound()),
                goal.text()))
                .toList();
        return new Cells(List.of("outcome", "this run", "at most", "goal"), rows);
    }

    private static Samples samplesOrNull(Line line, String driver) {
        return line.samples().get(driver);
    }

    private static Samples samplesOrNull(Curve.Course course, double x) {
        return course.points().stream().filter(point -> point.x() == x).map(Curve.Point::y).findFirst().orElse(null);
    }

    private static List<String> column(List<Samples> all, DoubleFunction<String> format) {
        List<String> medians = all.stream().map(one -> one == null ? NONE : format.apply(one.median())).toList();
        int widest = medians.stream().mapToInt(String::length).max().orElse(0);
        return IntStream.range(0, all.size())
                .mapToObj(i -> " ".repeat(widest - medians.get(i).length()) + medians.get(i) + range(all.get(i), format))
                .toList();
    }

    private static String range(Samples samples, DoubleFunction<String> format) {
        if (samples == null) {
            return "";
        }
        String least = format.apply(samples.least());
        String most = format.apply(samples.most());
        return least.equals(most) ? "" : " (" + least + " to " + most + ")";
    }

    private static List<List<String>> transposed(List<List<String>> columns) {
        return IntStream.range(0, columns.get(0).size())
                .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList()).toList();
    }
}
