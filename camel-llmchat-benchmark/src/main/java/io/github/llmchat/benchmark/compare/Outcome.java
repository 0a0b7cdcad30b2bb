package io.github.llmchat.benchmark.compare;

import java.util.List;

/** What became of a goal. */
record Outcome(Kind kind, String text) {

    enum Kind {
        REACHED,
        MISSED,
        NOT_MEASURED
    }

    static Outcome of(Goal goal) {
        if (Double.isNaN(goal.reached())) {
            return new Outcome(Kind.NOT_MEASURED, "not measured");
        }
        return goal.met() ? new Outcome(Kind.REACHED, "reached") : new Outcome(Kind.MISSED, "MISSED" + distance(goal));
    }

    /** {@return one line} */
    static String summary(List<Goal> goals) {
        return count(goals, Kind.REACHED) + " of " + goals.size() + " reached, " + count(goals, Kind.MISSED) + " missed, "
               + count(goals, Kind.NOT_MEASURED) + " not measured.";
    }

    private static long count(List<Goal> goals, Kind kind) {
        return goals.stream().filter(goal -> of(goal).kind() == kind).count();
    }

    private static String distance(Goal goal) {
        double percent = (goal.reached() / goal.bound() - 1) * 100;
        if (!Double.isFinite(percent) || percent < 0) {
            return "";
        }
        if (percent < 0.1) {
            return " by less than 0.1 %";
        }
        return " by " + Figures.fixed(percent, percent < 10 ? 1 : 0) + " %";
    }
}
