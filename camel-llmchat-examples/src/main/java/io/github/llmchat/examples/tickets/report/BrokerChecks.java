package io.github.llmchat.examples.tickets.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
        checks.addAll(QueueChecks.of("tickets", tickets.stream().map(Ticket::id).toList(), results, broker.uncommitted()));
        return checks;
    }
}
