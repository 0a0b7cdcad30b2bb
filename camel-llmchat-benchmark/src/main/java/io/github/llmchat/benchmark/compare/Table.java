package io.github.llmchat.benchmark.compare;

import java.util.List;

/**
 * One scenario.
 *
 * @param name    for file names: lower case and dashes
 * @param title   a heading
 * @param drivers the columns' labels, in order
 * @param lines   the measures
 */
record Table(String name, String title, List<String> drivers, List<Line> lines) {
}
