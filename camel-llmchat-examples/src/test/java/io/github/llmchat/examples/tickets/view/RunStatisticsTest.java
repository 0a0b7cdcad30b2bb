package io.github.llmchat.examples.tickets.view;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunStatisticsTest {

    private final AtomicLong millis = new AtomicLong(50_000);
    private final RunStatistics statistics = new RunStatistics(() -> Duration.ofMillis(millis.get()).toNanos());

    @Test
    void measuresTheTimeToTheFirstChunkOfEachStream() {
        for (int i = 1; i <= 300; i++) {
            statistics.started("T-" + i);
            millis.addAndGet(i);
            statistics.chunk("T-" + i);
            millis.addAndGet(5_000);
            statistics.chunk("T-" + i);
        }

        assertThat(statistics.figures().firstChunkP50()).isEqualTo(Duration.ofMillis(150));
        assertThat(statistics.figures().firstChunkP99()).isEqualTo(Duration.ofMillis(297));
        assertThat(statistics.figures().chunks()).isEqualTo(600);
    }

    @Test
    void countsOutcomesTokensAndTicketsPerSecond() {
        statistics.started("T-1");
        statistics.finished("T-1", Outcome.ANSWERED, 40);
        statistics.finished("T-2", Outcome.ESCALATED, 30);
        millis.addAndGet(2_000);
        statistics.finished("T-3", Outcome.FAILED, 0);

        assertThat(statistics.figures()).isEqualTo(
                new RunFigures(1, 1, 1, 0, 70, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(2)));
        assertThat(statistics.figures().ticketsPerSecond()).isEqualTo(1.5);
    }

    @Test
    void countsATicketOnceThatWasHandledTwice() {
        statistics.finished("T-1", Outcome.FAILED, 0);
        statistics.finished("T-1", Outcome.ANSWERED, 40);

        assertThat(statistics.figures().finished()).isEqualTo(1);
        assertThat(statistics.figures().answered()).isEqualTo(1);
    }

    @Test
    void waitsForSoManyTickets() throws Exception {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return statistics.awaitFinished(2, Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                return false;
            }
        });

        statistics.finished("T-1", Outcome.FAILED, 0);
        assertThat(statistics.awaitFinished(2, Duration.ofMillis(20))).isFalse();
        statistics.finished("T-2", Outcome.FAILED, 0);

        assertThat(waiting.get()).isTrue();
    }
}
