package io.github.llmchat.examples.tickets.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that everything in a queue has one result, and is committed. */
public final class QueueChecks {

    private QueueChecks() {
    }

    /**
     * The checks.
     *
     * @param  what        what is in the queue, in the plural
     * @param  sent        the ids of what was sent
     * @param  results     the ids of what has a result
     * @param  uncommitted how many records are not committed
     * @return             the checks
     */
    public static List<ReportCheck> of(String what, Collection<String> sent, List<String> results, long uncommitted) {
        return List.of(
                ReportCheck.none(
                        ReportCheck.Result.MISSING, what + " without a result", "none of " + sent.size(),
                        without(sent, results)),
                ReportCheck.none(ReportCheck.Result.WRONG, what + " with two results", "none", twice(results)),
                ReportCheck.none(
                        ReportCheck.Result.WRONG, "results of no " + what, "none", without(results, sent)),
                uncommitted == 0
                        ? new ReportCheck(ReportCheck.Result.OK, "committed offsets", "all " + sent.size())
                        : new ReportCheck(
                                ReportCheck.Result.MISSING, "committed offsets",
                                uncommitted + " " + what + " are not committed"));
    }

    private static Set<String> without(Collection<String> ids, Collection<String> others) {
        Set<String> left = new TreeSet<>(ids);
        left.removeAll(new HashSet<>(others));
        return left;
    }

    private static Set<String> twice(List<String> ids) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(twice::add);
        return twice;
    }
}
