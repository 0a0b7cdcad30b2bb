package io.github.llmchat.examples.tickets.view;

import java.util.Locale;

/** The counters of a run in one line. */
final class Counters {

    private Counters() {
    }

    static String line(RunFigures figures, int tickets) {
        return String.format(
                Locale.ROOT, "%d of %d tickets: %d answered, %d escalated, %d failed | %,d chunks | %.1f tickets/s",
                figures.finished(), tickets, figures.answered(), figures.escalated(), figures.failed(), figures.chunks(),
                figures.ticketsPerSecond());
    }
}
