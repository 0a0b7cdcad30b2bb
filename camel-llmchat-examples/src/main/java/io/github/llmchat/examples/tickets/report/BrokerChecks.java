package io.github.llmchat.examples.tickets.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.llmchat.examples.tickets.Ticket;
import io.github.llmchat.examples.tickets.TicketFeed;
import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.view.Outcome;
import io.github.llmchat.examples.tickets.view.RunFigures;

/** Compares a run with what the broker says. */
final class BrokerChecks {

    private BrokerChecks() {
    }

    static List<ReportCheck> of(List<Ticket> tickets, RunFigures figures, BrokerFacts broker) {
        List<ReportCheck> checks = new ArrayList<>();
        checks.add(ReportCheck.equal("records in topic " + TicketFeed.TOPIC, tickets.size(), broker.tickets()));
        for (Outcome outcome : Outcome.values()) {
            checks.add(ReportCheck.equal(
                    "records in topic " + outcome.topic(), figures.count(outcome), broker.results().get(outcome).size()));
        }
        List<String> results = broker.results().values().stream().flatMap(Collection::stream).toList();
        Set<String> sent = new TreeSet<>(tickets.stream().map(Ticket::id).toList());
        checks.add(ReportCheck.none(
                ReportCheck.Result.MISSING, "tickets without a result", "none of " + sent.size(), without(sent, results)));
        checks.add(ReportCheck.none(
                ReportCheck.Result.WRONG, "tickets with two results", "none", twice(results)));
        checks.add(ReportCheck.none(
                ReportCheck.Result.WRONG, "results of no ticket", "none", without(new TreeSet<>(results), sent)));
        checks.add(broker.uncommitted() == 0
                ? new ReportCheck(ReportCheck.Result.OK, "committed offsets", "all " + broker.tickets())
                : new ReportCheck(
                        ReportCheck.Result.MISSING, "committed offsets", broker.uncommitted() + " tickets are not committed"));
        return checks;
    }

    private static Set<String> without(Set<String> ids, Collection<String> others) {
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
