package io.github.llmchat.examples.tickets.report;

import java.util.Collection;

/**
 * One check of the final report.
 *
 * @param result how it ended
 * @param name   what was checked
 * @param detail what was found
 */
public record ReportCheck(Result result, String name, String detail) {

    private static final int NAMED = 10;

    /** How a check ended. */
    public enum Result {
        /** As it should. */
        OK("ok"),
        /** Something is not there. */
        MISSING("MISSING"),
        /** Something is there that should not. */
        WRONG("WRONG"),
        /** It could not be made. */
        SKIPPED("skipped");

        private final String label;

        Result(String label) {
            this.label = label;
        }
    }

    /**
     * Two counts that have to be equal.
     *
     * @param  name     what was counted
     * @param  expected how many there should be
     * @param  found    how many there are
     * @return          the check
     */
    public static ReportCheck equal(String name, long expected, long found) {
        if (expected == found) {
            return new ReportCheck(Result.OK, name, String.valueOf(found));
        }
        return new ReportCheck(
                found < expected ? Result.MISSING : Result.WRONG, name, "expected " + expected + ", found " + found);
    }

    /**
     * A list that has to be empty.
     *
     * @param  otherwise how the check ends if it is not
     * @param  name      what should not be there
     * @param  detail    what to say if it is empty
     * @param  found     what was found
     * @return           the check
     */
    public static ReportCheck none(Result otherwise, String name, String detail, Collection<String> found) {
        if (found.isEmpty()) {
            return new ReportCheck(Result.OK, name, detail);
        }
        String first = String.join(", ", found.stream().limit(NAMED).toList());
        String rest = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
        return new ReportCheck(otherwise, name, first + rest);
    }

    /**
     * A check that could not be made.
     *
     * @param  name what was to be checked
     * @param  why  why it was not
     * @return      the check
     */
    public static ReportCheck skipped(String name, String why) {
        return new ReportCheck(Result.SKIPPED, name, why);
    }

    /**
     * Whether it does not stand against the run.
     *
     * @return {@code true} also if it could not be made
     */
    public boolean fulfilled() {
        return result == Result.OK || result == Result.SKIPPED;
    }

    String line() {
        return String.format("%-8s %s: %s", result.label, name, detail);
    }
}
