package io.github.llmchat.examples.tickets.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.llmchat.examples.tickets.Ticket;
import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.gateway.GatewayLedger;
import io.github.llmchat.examples.tickets.view.Outcome;
import io.github.llmchat.examples.tickets.view.RunFigures;

/**
 * The end of a run: a table of its figures, and checks of these figures against what the broker and the demo gateway
 * say themselves. A run is complete if every check is fulfilled.
 * <p>
 * Immutable; all methods may be called from any thread.
 */
public final class FinalReport {

    private final int tickets;
    private final RunFigures figures;
    private final List<ReportCheck> checks;

    private FinalReport(int tickets, RunFigures figures, List<ReportCheck> checks) {
        this.tickets = tickets;
        this.figures = figures;
        this.checks = List.copyOf(checks);
    }

    /**
     * A report on a run with the demo gateway.
     *
     * @param  tickets the tickets that were sent
     * @param  figures what the run counted itself
     * @param  broker  what the broker says
     * @param  ledger  what the gateway says
     * @return         the report
     */
    public static FinalReport of(List<Ticket> tickets, RunFigures figures, BrokerFacts broker, GatewayLedger ledger) {
        List<ReportCheck> checks = new ArrayList<>(BrokerChecks.of(tickets, figures, broker));
        checks.addAll(LedgerChecks.of(tickets, figures, ledger));
        return new FinalReport(tickets.size(), figures, checks);
    }

    /**
     * A report on a run with a gateway that runs elsewhere: that one keeps no ledger to check against.
     *
     * @param  tickets the tickets that were sent
     * @param  figures what the run counted itself
     * @param  broker  what the broker says
     * @return         the report
     */
    public static FinalReport withoutLedger(List<Ticket> tickets, RunFigures figures, BrokerFacts broker) {
        List<ReportCheck> checks = new ArrayList<>(BrokerChecks.of(tickets, figures, broker));
        checks.add(ReportCheck.skipped("gateway's ledger", "an outside gateway keeps none that could be read"));
        return new FinalReport(tickets.size(), figures, checks);
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
        Report report = new Report().row("tickets in", tickets);
        for (Outcome outcome : Outcome.values()) {
            report.row(outcome.label(), figures.count(outcome));
        }
        report.row("chunks", figures.chunks()).row("tokens", figures.tokens())
                .row("time to first chunk p50", millis(figures.firstChunkP50()))
                .row("time to first chunk p99", millis(figures.firstChunkP99()))
                .row("tickets/s", String.format(Locale.ROOT, "%.1f", figures.ticketsPerSecond()))
                .checks(checks).print(out);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%,d ms", duration.toMillis());
    }
}
