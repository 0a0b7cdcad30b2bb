package io.github.llmchat.benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis.
 *
 * @param least       its first value
 * @param most        its last value
 * @param from        where the first value is
 * @param to          where the last value is, more or less than from
 * @param logarithmic else linear
 */
record Scale(double least, double most, double from, double to, boolean logarithmic) {

    private static final int[] STEPS = { 1, 2, 5 };
    private static final double ALMOST = 1e-9;

    /** From 0 to a round number. */
    static Scale linear(double most, double from, double to) {
        double step = step(most);
        return new Scale(0, most > 0 ? step * Math.ceil(most / step - ALMOST) : 1, from, to, false);
    }

    /** Between round numbers; both have to be above 0. */
    static Scale logarithmic(double least, double most, double from, double to) {
        List<Double> round = rounds(least / 10, most * 10, true);
        double first = round.stream().filter(value -> value <= least * (1 + ALMOST)).reduce((a, b) -> b).orElseThrow();
        double last = round.stream().filter(value -> value >= most * (1 - ALMOST) && value > first).findFirst().orElseThrow();
        return new Scale(first, last, from, to, true);
    }

    double at(double value) {
        double share = logarithmic ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least);
        return from + share * (to - from);
    }

    /** {@return the values that have labels: powers of ten, and what is between them if there are few} */
    List<Double> ticks() {
        if (logarithmic) {
            return rounds(least, most, most / least < 1_000 * (1 - ALMOST));
        }
        double step = step(most);
        return DoubleStream.iterate(0, value -> value <= most / step + ALMOST, value -> value + 1).map(value -> value * step)
                .boxed().toList();
    }

    private static double step(double most) {
        return rounds(most / 1_000, most, true).stream().filter(step -> most / step <= 6).findFirst().orElse(1.0);
    }

    private static List<Double> rounds(double least, double most, boolean between) {
        List<Double> rounds = new ArrayList<>();
        if (!(least > 0) || !Double.isFinite(most)) {
            return rounds;
        }
        for (int power = (int) Math.floor(Math.log10(least)); power <= Math.log10(most) + ALMOST; power++) {
            for (int step : between ? STEPS : new int[] { 1 }) {
                // not 10 to the power: 0.1 has to be what is written so
                double value = Double.parseDouble(step + "e" + power);
                if (value >= least * (1 - ALMOST) && value <= most * (1 + ALMOST)) {
                    rounds.add(value);
                }
            }
        }
        return rounds;
    }
}
