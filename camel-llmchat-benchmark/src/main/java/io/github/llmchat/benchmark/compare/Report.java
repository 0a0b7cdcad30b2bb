package io.github.llmchat.benchmark.compare;

import java.util.List;

/**
 * All that the benchmark found.
 *
 * @param machine what it ran on, and when, one line each
 * @param tables  the scenarios
 * @param curves  what grows
 * @param goals   what was to be reached
 */
record Report(List<String> machine, List<Table> tables, List<Curve> curves, List<Goal> goals) {
}
