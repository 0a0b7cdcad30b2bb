package io.github.llmchat.examples.tickets.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.llmchat.examples.tickets.Ticket;
import io.github.llmchat.examples.tickets.gateway.GatewayCall;
import io.github.llmchat.examples.tickets.gateway.GatewayLedger;
import io.github.llmchat.examples.tickets.view.RunFigures;

/** Compares a run with the ledger of the demo gateway. */
final class LedgerChecks {

    private LedgerChecks() {
    }

    static List<ReportCheck> of(List<Ticket> tickets, RunFigures figures, GatewayLedger ledger) {
        long needed = tickets.stream().filter(Ticket::needsCall).count();
        long retries = ledger.throttled();
        return List.of(
                ReportCheck.equal(
                        "calls in the gateway's ledger (" + needed + " tickets that needed one + " + retries + " retries)",
                        needed + retries, ledger.calls().size()),
                ReportCheck.none(
                        ReportCheck.Result.MISSING, "tickets that needed a call and had none", "none",
                        neverAsked(tickets, ledger)),
                ReportCheck.none(
                        ReportCheck.Result.WRONG, "calls cut off or still open", "none",
                        ids(ledger, call -> call.end() == GatewayCall.End.ABORTED || call.end() == GatewayCall.End.OPEN)),
                ReportCheck.equal(
                        "answers in the gateway's ledger", figures.answered() + figures.escalated(),
                        ledger.count(GatewayCall.End.ANSWERED)),
                ReportCheck.equal("chunks processed, of those that the gateway sent", ledger.chunks(), figures.chunks()),
                ReportCheck.equal(
                        "tokens counted, of those that the gateway sent", ledger.completionTokens(), figures.tokens()));
    }

    private static Set<String> neverAsked(List<Ticket> tickets, GatewayLedger ledger) {
        Set<String> asked = ids(ledger, call -> call.status() != 429);
        return tickets.stream().filter(Ticket::needsCall).map(Ticket::id).filter(id -> !asked.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(GatewayLedger ledger, Predicate<GatewayCall> which) {
        return ledger.calls().stream().filter(which).map(GatewayCall::ticketId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
