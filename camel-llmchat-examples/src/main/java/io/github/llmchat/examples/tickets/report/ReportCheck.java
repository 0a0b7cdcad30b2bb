package io.github.llmchat.examples.tickets.report;

import java.util.Collection;

/**
 * One check of the final report.
 *
 * @param result how it ended
 * @param name   what was checked
 * @param detail what was found
 */
record ReportCheck(Result result, String name, String detail) {

    private static final int NAMED = 10;

    enum Result {
        OK("ok"),
        MISSING("MISSING"),
        WRONG("WRONG"),
        SKIPPED("skipped");

        private final String label;

        Result(String label) {
            this.label = label;
        }
    }

    /** Two counts that have to be equal. */
    static ReportCheck equal(String name, long expected, long found) {
        if (expected == found) {
            return new ReportCheck(Result.OK, name, String.valueOf(found));
        }
        return new ReportCheck(
                found < expected ? Result.MISSING : Result.WRONG, name, "expected " + expected + ", found " + found);
    }

    /** A list that has to be empty. */
    static ReportCheck none(Result otherwise, String name, String detail, Collection<String> found) {
        if (found.isEmpty()) {
            return new ReportCheck(Result.OK, name, detail);
        }
        String first = String.join(", ", found.stream().limit(NAMED).toList());
        String rest = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
        return new ReportCheck(otherwise, name, first + rest);
    }

    static ReportCheck skipped(String name, String why) {
        return new ReportCheck(Result.SKIPPED, name, why);
    }

    boolean fulfilled() {
        return result == Result.OK || result == Result.SKIPPED;
    }

    String line() {
        return String.format("%-8s %s: %s", result.label, name, detail);
    }
}
