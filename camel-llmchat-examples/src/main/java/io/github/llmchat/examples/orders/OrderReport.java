package io.github.llmchat.examples.orders;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.llmchat.examples.tickets.broker.QueueFacts;
import io.github.llmchat.examples.tickets.gateway.GatewayLedger;
import io.github.llmchat.examples.tickets.report.QueueChecks;
import io.github.llmchat.examples.tickets.report.Report;
import io.github.llmchat.examples.tickets.report.ReportCheck;
import io.github.llmchat.examples.tickets.view.RunFigures;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares a run with what the broker, the database, the carrier's service and the simulated gateway say. */
final class OrderReport {

    private final List<Question> questions;
    private final OrderView view;
    private final QueueFacts facts;

    OrderReport(List<Question> questions, OrderView view, QueueFacts facts) {
        this.questions = questions;
        this.view = view;
        this.facts = facts;
    }

    /** @param ledger the simulated gateway's; null if a real one was asked, of which nobody knows what it will call */
    Report of(OrderDatabase database, CarrierService carrier, GatewayLedger ledger) throws SQLException {
        RunFigures figures = view.statistics().figures();
        Report report = new Report().row("questions in", questions.size())
                .row("answered", figures.answered()).row("failed", figures.failed())
                .row("tool calls", view.calls()).row("refused by approval", count("REFUSED"))
                .row("requests to the carrier", carrier.requests())
                .row("chunks", figures.chunks()).row("tokens", figures.tokens())
                .checks(queue(figures)).checks(customers(database));
        return report.checks(ledger == null
                ? List.of(ReportCheck.skipped("tool calls and the gateway's ledger", "the outside gateway decides itself"))
                : new ClerkChecks(questions, view, ledger).of(database, carrier));
    }

    private List<ReportCheck> queue(RunFigures figures) {
        List<ReportCheck> checks = new ArrayList<>(
                List.of(
                        ReportCheck.equal("records in topic " + OrderTopics.QUESTIONS, questions.size(), facts.records()),
                        ReportCheck.equal(
                                "records in topic " + OrderTopics.ANSWERS, figures.answered(),
                                facts.keys(OrderTopics.ANSWERS).size()),
                        ReportCheck.equal(
                                "records in topic " + OrderTopics.FAILED, figures.failed(),
                                facts.keys(OrderTopics.FAILED).size())));
        List<String> results = OrderTopics.RESULTS.stream().map(facts::keys).flatMap(Collection::stream).toList();
        checks.addAll(QueueChecks.of("questions", questions.stream().map(Question::id).toList(), results, facts.uncommitted()));
        return checks;
    }

    /** What must hold whatever the model does. */
    private List<ReportCheck> customers(OrderDatabase database) throws SQLException {
        Set<String> allowed = questions.stream().filter(question -> question.refunds() > 0)
                .map(question -> String.valueOf(question.refunds())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> forbidden = database.refunded();
        forbidden.removeAll(allowed);
        return List.of(
                ReportCheck.none(
                        ReportCheck.Result.WRONG, "refunds in the database that nobody may have", "none",
                        forbidden),
                ReportCheck.none(
                        ReportCheck.Result.WRONG, "answers with another customer's order", "none",
                        questions.stream().filter(this::tellsWhatItMustNot).map(Question::id).toList()));
    }

    private boolean tellsWhatItMustNot(Question question) {
        return question.mustNotSay() != null && facts.results().get(OrderTopics.ANSWERS).stream()
                .filter(answer -> question.id().equals(answer.key())).map(ConsumerRecord::value)
                .anyMatch(answer -> answer.contains(question.mustNotSay()));
    }

    private long count(String outcome) {
        return questions.stream().flatMap(question -> view.calls(question.id()).stream())
                .filter(call -> call.endsWith(" " + outcome)).count();
    }
}
