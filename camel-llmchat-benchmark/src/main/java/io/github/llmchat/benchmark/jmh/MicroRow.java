package io.github.llmchat.benchmark.jmh;

/**
 * What one benchmark came to.
 *
 * @param name         class and method, with the parameters behind them
 * @param nanos        the CPU time of one operation
 * @param error        how far that may be off either way, with 99.9 % confidence; not a number after one iteration
 * @param elapsed      the nanoseconds that passed for one operation
 * @param bytes        what one operation allocates
 * @param comparedWith the name of the row that the ratio is taken to; null if there is none
 * @param ratio        of the CPU times; not a number if there is none, or that row was not measured
 */
public record MicroRow(
        String name, double nanos, double error, double elapsed, double bytes, String comparedWith, double ratio) {
}
