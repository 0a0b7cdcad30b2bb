package io.github.llmchat.examples.tickets.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.Ticket;
import io.github.llmchat.examples.tickets.broker.BrokerFacts;
import io.github.llmchat.examples.tickets.gateway.WrittenLedger;
import io.github.llmchat.examples.tickets.view.Outcome;
import io.github.llmchat.examples.tickets.view.RunFigures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FinalReportTest {

    private static final List<Ticket> TICKETS = List.of(
            new Ticket("T-1", "Ann", "hello"), new Ticket("T-2", "Bob", "flash sale"), new Ticket("T-3", "Cem", ""));

    private final WrittenLedger ledger = new WrittenLedger();
    private final RunFigures figures
            = new RunFigures(1, 1, 1, 4, 4, Duration.ofMillis(210), Duration.ofMillis(1_390), Duration.ofSeconds(2));

    @BeforeEach
    void threeCallsForTwoTickets() {
        ledger.refused("T-2", 429);
        ledger.answered("T-1");
        ledger.answered("T-2");
    }

    @Test
    void isCompleteWhenBrokerAndLedgerAgree() {
        FinalReport report = report(good());

        assertThat(report.complete()).isTrue();
        assertThat(printed(report)).contains(
                "tickets in                          3", "answered                            1",
                "time to first chunk p50        210 ms", "time to first chunk p99      1,390 ms",
                "tickets/s                         1.5", "Complete: nothing is missing.")
                .doesNotContain("MISSING").doesNotContain("WRONG").doesNotContain("\u001b");
    }

    @Test
    void noticesATicketWithoutAResult() {
        FinalReport report = report(broker(List.of("T-1"), List.of(), List.of("T-3"), 0));

        assertThat(report.complete()).isFalse();
        assertThat(printed(report)).contains(
                "MISSING  tickets without a result: T-2", "MISSING  records in topic escalations: expected 1, found 0",
                "NOT COMPLETE");
    }

    @Test
    void noticesATicketWithTwoResults() {
        FinalReport report = report(broker(List.of("T-1", "T-1"), List.of("T-2"), List.of("T-3"), 0));

        assertThat(report.complete()).isFalse();
        assertThat(printed(report)).contains("WRONG    tickets with two results: T-1");
    }

    @Test
    void noticesAnOffsetThatIsNotCommitted() {
        FinalReport report = report(broker(List.of("T-1"), List.of("T-2"), List.of("T-3"), 2));

        assertThat(report.complete()).isFalse();
        assertThat(printed(report)).contains("MISSING  committed offsets: 2 tickets are not committed");
    }

    @Test
    void noticesACallThatNobodyNeeded() {
        ledger.answered("T-1");

        FinalReport report = report(good());

        assertThat(report.complete()).isFalse();
        assertThat(printed(report)).contains("(2 tickets that needed one + 1 retries): expected 3, found 4");
    }

    @Test
    void noticesAChunkThatWasLostAndACallThatWasCutOff() {
        ledger.aborted("T-9");

        FinalReport report = report(good());

        assertThat(printed(report)).contains(
                "MISSING  chunks processed, of those that the gateway sent: expected 5, found 4",
                "WRONG    calls cut off or still open: T-9");
    }

    @Test
    void saysThatAnOutsideGatewayKeepsNoLedger() {
        FinalReport report = FinalReport.withoutLedger(TICKETS, figures, good());

        assertThat(report.complete()).isTrue();
        assertThat(printed(report)).contains("skipped  gateway's ledger: an outside gateway keeps none that could be read");
    }

    private FinalReport report(BrokerFacts facts) {
        return FinalReport.of(TICKETS, figures, facts, ledger.ledger());
    }

    private static BrokerFacts good() {
        return broker(List.of("T-1"), List.of("T-2"), List.of("T-3"), 0);
    }

    private static BrokerFacts broker(List<String> answers, List<String> escalations, List<String> failed, long uncommitted) {
        return new BrokerFacts(
                3, Map.of(Outcome.ANSWERED, answers, Outcome.ESCALATED, escalations, Outcome.FAILED, failed), uncommitted);
    }

    private static String printed(FinalReport report) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        report.print(new PrintStream(written, true, StandardCharsets.UTF_8));
        return written.toString(StandardCharsets.UTF_8);
    }
}
