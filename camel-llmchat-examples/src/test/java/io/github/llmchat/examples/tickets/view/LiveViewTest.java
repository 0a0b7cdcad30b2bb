package io.github.llmchat.examples.tickets.view;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LiveViewTest {

    private static final Terminal COLOURED = new Terminal(true, true, 60);
    private static final Terminal COLOURLESS = new Terminal(true, false, 60);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void showsFourStreamsABarAndCountersOnATerminal() {
        LiveView view = drawnByHand(10, COLOURED);
        for (int i = 1; i <= 6; i++) {
            view.started("T-" + i);
            view.chunk("T-" + i, 0, "");
            view.chunk("T-" + i, 1, "Hello");
            view.chunk("T-" + i, 2, " number " + i);
        }
        view.draw();

        Screen screen = new Screen(output());
        assertThat(screen.colours()).isTrue();
        assertThat(screen.lines()).containsExactly(
                "T-1 streaming Hello number 1", "T-2 streaming Hello number 2", "T-3 streaming Hello number 3",
                "T-4 streaming Hello number 4", "[" + "-".repeat(51) + "]   0 %",
                "0 of 10 tickets: 0 answered, 0 escalated, 0 failed | 12 chu", "");
    }

    @Test
    void drawsOverWhatItDrewAndGivesALineThatIsDoneToTheNextStream() {
        LiveView view = drawnByHand(4, COLOURLESS);
        for (int i = 1; i <= 4; i++) {
            view.chunk("T-" + i, 0, "first");
        }
        view.draw();
        view.finished("T-2", Outcome.ANSWERED, 1);
        view.finished("T-1", Outcome.FAILED, 1);
        view.draw();
        view.chunk("T-5", 0, "next");
        view.draw();

        Screen screen = new Screen(output());
        assertThat(screen.colours()).isFalse();
        assertThat(screen.lines()).startsWith(
                "T-1 failed    first", "T-5 streaming next", "T-3 streaming first", "T-4 streaming first",
                "[" + "#".repeat(25) + "-".repeat(26) + "]  50 %").hasSize(7);
    }

    @Test
    void showsTheEndOfALongTextInOneLine() {
        LiveView view = drawnByHand(1, COLOURLESS);
        view.chunk("T-1", 0, "x".repeat(1_000));
        view.chunk("T-1", 1, "\n\n退款已经发起 \u001b[31mred\u001b[0m\u202e");
        view.draw();

        String line = new Screen(output()).lines().get(0);
        assertThat(DisplayText.width(line)).isEqualTo(59);
        assertThat(line).startsWith("T-1 streaming xxx").endsWith("x 退款已经发起 [31mred[0m");
    }

    @Test
    void redrawsByItselfUntilItIsClosed() {
        try (LiveView view = new LiveView(1, out, COLOURED)) {
            view.chunk("T-1", 0, "alive");

            await().atMost(5, SECONDS).until(() -> output().contains("alive"));
            view.finished("T-1", Outcome.ANSWERED, 1);
        }
        assertThat(new Screen(output()).lines().get(0)).startsWith("T-1 answered");
    }

    @Test
    void writesPlainLinesElsewhere() {
        try (LiveView view = new LiveView(25, out, Terminal.plain())) {
            for (int i = 1; i <= 25; i++) {
                view.started("T-" + i);
                for (int chunk = 0; chunk < 14; chunk++) {
                    view.chunk("T-" + i, chunk, " w" + chunk);
                }
                view.finished("T-" + i, i % 5 == 0 ? Outcome.ESCALATED : Outcome.ANSWERED, 14);
            }
        }

        assertThat(output()).doesNotContain("\u001b");
        assertThat(output().lines()).hasSize(11)
                .startsWith("T-1  chunk  12  w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11", "T-1  chunk  14  w12 w13")
                .anyMatch(line -> line.startsWith("10 of 25 tickets: 8 answered, 2 escalated, 0 failed | 140 chunks |"))
                .anyMatch(line -> line.startsWith("20 of 25 tickets: 16 answered"))
                .last().asString().startsWith("25 of 25 tickets: 20 answered, 5 escalated, 0 failed | 350 chunks |");
    }

    @Test
    void countsWhatItShows() {
        LiveView view = drawnByHand(2, COLOURLESS);
        view.chunk("T-1", 0, null);
        view.chunk("T-1", 1, "text");
        view.finished("T-1", Outcome.ANSWERED, 7);

        assertThat(view.statistics().figures().chunks()).isEqualTo(1);
        assertThat(view.statistics().figures().tokens()).isEqualTo(7);
        assertThat(view.statistics().figures().answered()).isEqualTo(1);
    }

    private LiveView drawnByHand(int tickets, Terminal terminal) {
        return new LiveView(tickets, out, terminal, new RunStatistics(), false);
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
