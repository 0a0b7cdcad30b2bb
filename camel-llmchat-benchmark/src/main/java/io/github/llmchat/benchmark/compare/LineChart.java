package io.github.llmchat.benchmark.compare;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A curve on two logarithmic axes, where what grows evenly is a straight line. Points at 0 have no place on it. */
final class LineChart {

    private static final double WIDTH = 840;
    private static final double HEIGHT = 430;
    private static final double TOP = 78;
    private static final double BOTTOM = HEIGHT - 62;
    private static final double LEFT = 76;
    private static final double INSET = 14;

    private final Curve curve;
    private final Palette palette;
    private final List<Curve.Course> courses;
    private final double right;
    private final Scale x;
    private final Scale y;

    LineChart(Curve curve, Palette palette) {
        this.curve = curve;
        this.palette = palette;
        this.courses = shown(curve);
        this.right = WIDTH - 84 - courses.stream().mapToDouble(course -> Svg.width(course.driver())).max().orElse(0);
        DoubleSummaryStatistics xs = points(courses).mapToDouble(Curve.Point::x).summaryStatistics();
        this.x = Scale.logarithmic(xs.getMin(), xs.getMax(), LEFT + INSET, right - INSET);
        this.y = Scale.logarithmic(points(courses).mapToDouble(point -> lowest(point.y())).min().orElseThrow(),
                points(courses).mapToDouble(point -> point.y().most()).max().orElseThrow(), BOTTOM, TOP);
    }

    /** {@return whether there is a point at all} */
    static boolean draws(Curve curve) {
        return !shown(curve).isEmpty();
    }

    /** {@return an SVG document} */
    String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, curve.title() + ": " + curve.y() + ", by " + curve.x());
        svg.text(24, 30, curve.title(), "font-size", 16, "font-weight", "bold", "fill", "#1f2328");
        svg.text(24, 50, curve.y() + " (both axes are logarithmic)", "fill", "#59636e");
        axes(svg);
        courses.forEach(course -> course(svg, course));
        legend(svg);
        return svg.finish();
    }

    private void axes(Svg svg) {
        svg.begin("g", "font-size", 11, "fill", "#59636e", "stroke", "none");
        svg.begin("g", "text-anchor", "end");
        for (double tick : y.ticks()) {
            svg.line(LEFT, y.at(tick), right, y.at(tick), "stroke", "#e4e8ec");
            svg.text(LEFT - 8, y.at(tick) + 4, Figures.plain(tick));
        }
        svg.end();
        svg.begin("g", "text-anchor", "middle");
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), TOP, x.at(tick), BOTTOM, "stroke", "#e4e8ec");
            svg.text(x.at(tick), BOTTOM + 18, Figures.plain(tick));
        }
        svg.end();
        svg.end();
        svg.line(LEFT, BOTTOM, right, BOTTOM, "stroke", "#818b98");
        svg.text((LEFT + right) / 2, BOTTOM + 42, curve.x(), "text-anchor", "middle", "fill", "#59636e");
    }

    private void course(Svg svg, Curve.Course course) {
        Palette.Look look = palette.look(course.driver());
        svg.begin("g", "fill", look.colour(), "stroke", look.colour(), "stroke-width", 1);
        for (Curve.Point point : course.points()) {
            if (point.y().most() > point.y().least()) {
                svg.line(x.at(point.x()), y.at(lowest(point.y())), x.at(point.x()), y.at(point.y().most()));
            }
        }
        line(svg, look, course.points().stream().map(point -> svg.point(x.at(point.x()), y.at(point.y().median())))
                .collect(Collectors.joining("L", "M", "")));
        for (Curve.Point point : course.points()) {
            marker(svg, look, x.at(point.x()), y.at(point.y().median()));
        }
        svg.end();
    }

    /** The highest line first, so that names and line ends are in one order. */
    private void legend(Svg svg) {
        List<Curve.Course> ordered = courses.stream()
                .sorted(Comparator.comparingDouble((Curve.Course course) -> course.points().get(course.points().size() - 1).y()
                        .median()).reversed())
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            Palette.Look look = palette.look(ordered.get(i).driver());
            double middle = TOP + 8 + i * 24;
            svg.begin("g", "fill", look.colour(), "stroke", look.colour());
            line(svg, look, "M" + svg.point(right + 18, middle) + "h32");
            marker(svg, look, right + 34, middle);
            svg.end();
            svg.text(right + 58, middle + 4.5, ordered.get(i).driver(), "fill", look.accent() ? look.colour() : "#1f2328",
                    "font-weight", look.accent() ? "bold" : "normal");
        }
    }

    private static void line(Svg svg, Palette.Look look, String path) {
        svg.shape("path", "d", path, "fill", "none", "stroke-width", look.accent() ? 2.5 : 1.8, "stroke-linejoin", "round",
                "stroke-dasharray", look.dash().isEmpty() ? "none" : look.dash());
    }

    private static void marker(Svg svg, Palette.Look look, double x, double y) {
        svg.shape("path", "d", "M" + svg.point(x, y) + look.marker().path(), "stroke", "#ffffff");
    }

    private static double lowest(Samples samples) {
        return samples.least() > 0 ? samples.least() : samples.median();
    }

    private static List<Curve.Course> shown(Curve curve) {
        return curve.lines().stream()
                .map(course -> new Curve.Course(course.driver(), course.points().stream().filter(LineChart::hasPlace).toList()))
                .filter(course -> !course.points().isEmpty()).toList();
    }

    private static boolean hasPlace(Curve.Point point) {
        return point.x() > 0 && point.y().median() > 0 && Double.isFinite(point.x()) && Double.isFinite(point.y().most());
    }

    private static Stream<Curve.Point> points(List<Curve.Course> courses) {
        return courses.stream().flatMap(course -> course.points().stream());
    }
}
