package io.github.llmchat.examples.orders;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import io.github.llmchat.examples.tickets.gateway.GatewayCall;
import io.github.llmchat.examples.tickets.gateway.GatewayLedger;
import io.github.llmchat.examples.tickets.report.ReportCheck;
import io.github.llmchat.examples.tickets.view.RunFigures;

/** Compares a run with what is known only of the simulated clerk: what it calls, and its gateway's ledger. */
final class ClerkChecks {

    private final List<Question> questions;
    private final OrderView view;
    private final GatewayLedger ledger;

    ClerkChecks(List<Question> questions, OrderView view, GatewayLedger ledger) {
        this.questions = questions;
        this.view = view;
        this.ledger = ledger;
    }

    List<ReportCheck> of(OrderDatabase database, CarrierService carrier) throws SQLException {
        RunFigures figures = view.statistics().figures();
        return List.of(
                ReportCheck.none(
                        ReportCheck.Result.WRONG, "questions with other tool calls than expected", "none", unexpected()),
                ReportCheck.equal(
                        "tool calls, of those that the gateway asked for",
                        ledger.calls().stream().mapToLong(GatewayCall::toolCalls).sum(), view.calls()),
                ReportCheck.equal(
                        "questions that failed with their tool", questions.stream().filter(Question::fails).count(),
                        figures.failed()),
                ReportCheck.equal(
                        "refunds in the database", questions.stream().filter(question -> question.refunds() > 0).count(),
                        database.refunded().size()),
                ReportCheck.equal("requests to the carrier", sum(Question::parcels), carrier.requests()),
                ReportCheck.equal("calls in the gateway's ledger", sum(Question::rounds), ledger.calls().size()),
                ReportCheck.equal(
                        "answers in the gateway's ledger", sum(Question::rounds), ledger.count(GatewayCall.End.ANSWERED)),
                ReportCheck.equal("chunks shown, of those that the gateway sent", ledger.chunks(), figures.chunks()),
                ReportCheck.equal(
                        "tokens counted, of those that the gateway sent for answered questions", tokens(), figures.tokens()));
    }

    private List<String> unexpected() {
        return questions.stream().filter(question -> !question.calls().equals(view.calls(question.id())))
                .map(question -> question.id() + " " + view.calls(question.id())).toList();
    }

    private long sum(ToIntFunction<Question> count) {
        return questions.stream().mapToInt(count).sum();
    }

    private long tokens() {
        Set<String> failing = questions.stream().filter(Question::fails).map(Question::id).collect(Collectors.toSet());
        return ledger.calls().stream().filter(call -> !failing.contains(call.ticketId()))
                .mapToLong(GatewayCall::completionTokens).sum();
    }
}
