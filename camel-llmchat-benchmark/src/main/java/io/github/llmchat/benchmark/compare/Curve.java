package io.github.llmchat.benchmark.compare;

import java.util.List;

/**
 * How a cost grows.
 *
 * @param name  for file names
 * @param title a heading
 * @param x     the axis' label
 * @param y     the axis' label
 * @param lines one for each driver
 */
record Curve(String name, String title, String x, String y, List<Course> lines) {

    /** @param driver the label; @param points by growing x */
    record Course(String driver, List<Point> points) {
    }

    record Point(double x, Samples y) {
    }
}
