package io.github.llmchat.benchmark.compare;

import java.util.List;

/** A table's first measure: one bar for each driver that has it, and a thin line from the least to the most. */
final class BarChart {

    /** Above this ratio the shortest bars could not be told from none. */
    private static final double LINEAR_RATIO = 30;

    private static final double WIDTH = 840;
    private static final double TOP = 70;
    private static final double ROW = 30;
    private static final double BAR = 18;
    private static final double BOTTOM = 62;
    private static final double RIGHT = 90;

    private final Table table;
    private final Line line;
    private final Palette palette;
    private final List<String> drivers;
    private final double floor;
    private final Scale scale;

    BarChart(Table table, Palette palette) {
        this.table = table;
        this.line = table.lines().get(0);
        this.palette = palette;
        this.drivers = shown(table);
        double left = 32 + drivers.stream().mapToDouble(Svg::width).max().orElse(0);
        this.floor = TOP + drivers.size() * ROW;
        this.scale = scale(drivers.stream().map(line.samples()::get).toList(), left);
    }

    /** {@return whether there is a bar at all} */
    static boolean draws(Table table) {
        return !table.lines().isEmpty() && !shown(table).isEmpty();
    }

    /** {@return an SVG document} */
    String svg() {
        Svg svg = new Svg(WIDTH, floor + BOTTOM, table.title() + ": " + line.label());
        svg.text(24, 30, table.title(), "font-size", 16, "font-weight", "bold", "fill", "#1f2328");
        svg.text(24, 50, line.label(), "fill", "#59636e");
        axis(svg);
        for (int i = 0; i < drivers.size(); i++) {
            bar(svg, drivers.get(i), TOP + (i + 0.5) * ROW);
        }
        svg.text(24, floor + 46, "Bars: medians. Thin lines: from the least to the most of all rounds."
                                 + (scale.logarithmic() ? " The axis is logarithmic." : ""),
                "font-size", 11, "fill", "#818b98");
        return svg.finish();
    }

    private void axis(Svg svg) {
        svg.begin("g", "font-size", 11, "fill", "#59636e", "stroke-width", 1, "text-anchor", "middle");
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            svg.line(x, TOP, x, floor, "stroke", tick == scale.least() ? "#818b98" : "#e4e8ec");
            svg.text(x, floor + 18, Figures.plain(tick));
        }
        svg.end();
    }

    private void bar(Svg svg, String driver, double y) {
        Palette.Look look = palette.look(driver);
        Samples samples = line.samples().get(driver);
        double left = scale.from();
        double end = at(samples.median());
        svg.text(left - 10, y + 4.5, driver, "text-anchor", "end", "fill", look.accent() ? look.colour() : "#1f2328",
                "font-weight", look.accent() ? "bold" : "normal");
        svg.shape("rect", "x", left, "y", y - BAR / 2, "width", end - left, "height", BAR, "fill", look.colour());
        svg.text(Math.max(end, at(samples.most())) + 8, y + 4.5, Figures.fixed(samples.median(), line.digits()), "fill",
                "#1f2328",
                "font-weight", look.accent() ? "bold" : "normal");
        if (samples.most() > samples.least()) {
            svg.line(at(samples.least()), y, at(samples.most()), y, "stroke", "#1f2328", "stroke-width", 1.2);
        }
    }

    /** What a logarithmic axis cannot show is at its beginning. */
    private double at(double value) {
        return value <= scale.least() ? scale.from() : scale.at(value);
    }

    private static List<String> shown(Table table) {
        Line first = table.lines().get(0);
        return table.drivers().stream().filter(first.samples()::containsKey)
                .filter(driver -> Double.isFinite(first.samples().get(driver).most())).toList();
    }

    private static Scale scale(List<Samples> all, double left) {
        double most = all.stream().mapToDouble(Samples::most).max().orElse(0);
        double longest = all.stream().mapToDouble(Samples::median).max().orElse(0);
        double shortest = all.stream().mapToDouble(Samples::median).filter(median -> median > 0).min().orElse(longest);
        if (shortest > 0 && longest / shortest > LINEAR_RATIO) {
            // half of the shortest, so that it is a bar
            return Scale.logarithmic(shortest / 2, most, left, WIDTH - RIGHT);
        }
        return Scale.linear(most, left, WIDTH - RIGHT);
    }
}
