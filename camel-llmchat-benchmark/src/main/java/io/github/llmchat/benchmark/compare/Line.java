package io.github.llmchat.benchmark.compare;

import java.util.Map;

/**
 * One line of a table: one measure, of all drivers that have it.
 *
 * @param label   with the unit
 * @param digits  after the point
 * @param samples by the driver's label
 */
record Line(String label, int digits, Map<String, Samples> samples) {
}
