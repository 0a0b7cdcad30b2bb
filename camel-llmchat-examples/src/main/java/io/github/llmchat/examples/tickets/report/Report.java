package io.github.llmchat.examples.tickets.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The end of a run: a table of figures, and checks. A run is complete if every check is fulfilled. Not thread-safe.
 */
public final class Report {

    private final Map<String, String> rows = new LinkedHashMap<>();
    private final List<ReportCheck> checks = new ArrayList<>();

    /**
     * Adds a count to the table.
     *
     * @param  name  what was counted
     * @param  count how many there are
     * @return       this
     */
    public Report row(String name, long count) {
        return row(name, String.format(Locale.ROOT, "%,d", count));
    }

    /**
     * Adds a row to the table.
     *
     * @param  name  its name
     * @param  value its value
     * @return       this
     */
    public Report row(String name, String value) {
        rows.put(name, value);
        return this;
    }

    /**
     * Adds checks.
     *
     * @param  more the checks
     * @return      this
     */
    public Report checks(Collection<ReportCheck> more) {
        checks.addAll(more);
        return this;
    }

    /**
     * Whether nothing is missing.
     *
     * @return {@code false} if one check or more is not fulfilled; one that was left out does not count
     */
    public boolean complete() {
        return checks.stream().allMatch(ReportCheck::fulfilled);
    }

    /**
     * Writes the table and the checks.
     *
     * @param out where to; it is flushed, not closed
     */
    public void print(PrintStream out) {
        out.println();
        rows.forEach((name, value) -> out.printf("  %-24s %12s%n", name, value));
        out.println();
        checks.forEach(check -> out.println("  " + check.line()));
        out.println();
        out.println(complete() ? "Complete: nothing is missing." : "NOT COMPLETE.");
        out.flush();
    }
}
