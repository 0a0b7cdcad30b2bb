package io.github.llmchat.examples.tickets.view;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows a run while it goes on. On a terminal: up to four streams at a time, one line each with the end of what has
 * come, a progress bar and counters, redrawn ten times a second. Elsewhere: a line for each tenth ticket, and lines of
 * a few sample streams.
 * <p>
 * It also keeps the run's {@link RunStatistics}. All methods may be called from any thread; none of them waits for the
 * terminal longer than one drawing takes.
 */
public final class LiveView implements AutoCloseable {

    private static final int REDRAW_MILLIS = 100;

    private final RunStatistics statistics;
    private final StreamDisplay display;
    private final ScheduledExecutorService redraw;

    /**
     * A view that begins to draw at once; the caller closes it.
     *
     * @param tickets  how many tickets there are
     * @param out      where to write
     * @param terminal what it is
     */
    public LiveView(int tickets, PrintStream out, Terminal terminal) {
        this(tickets, out, terminal, new RunStatistics(), true);
    }

    LiveView(int tickets, PrintStream out, Terminal terminal, RunStatistics statistics, boolean redrawing) {
        this.statistics = statistics;
        display = terminal.live() ? new TerminalDisplay(tickets, out, terminal) : new PlainDisplay(tickets, out);
        redraw = terminal.live() && redrawing ? Executors.newSingleThreadScheduledExecutor(LiveView::daemon) : null;
        if (redraw != null) {
            redraw.scheduleAtFixedRate(this::draw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "live-view");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The counts and times that this view has seen.
     *
     * @return the same object each time
     */
    public RunStatistics statistics() {
        return statistics;
    }

    /**
     * A ticket is about to be sent to the gateway.
     *
     * @param ticketId the ticket
     */
    public void started(String ticketId) {
        statistics.started(ticketId);
    }

    /**
     * A chunk has come. One without text (the first, the last) is neither shown nor counted.
     *
     * @param ticketId the ticket that it belongs to
     * @param index    its number in the stream, from 0
     * @param text     its text
     */
    public void chunk(String ticketId, long index, String text) {
        if (text != null && !text.isEmpty()) {
            statistics.chunk(ticketId);
            display.chunk(ticketId, index, text);
        }
    }

    /**
     * A ticket's result is in Kafka.
     *
     * @param ticketId         the ticket
     * @param outcome          what became of it
     * @param completionTokens the tokens of its answer, as the gateway counts them; 0 if it has none
     */
    public void finished(String ticketId, Outcome outcome, long completionTokens) {
        statistics.finished(ticketId, outcome, completionTokens);
        display.finished(ticketId, outcome, statistics.figures());
    }

    void draw() {
        display.draw(statistics.figures());
    }

    /** Draws for the last time and stops; what is drawn stays. A second call does nothing. */
    @Override
    public void close() {
        if (redraw != null && !redraw.isShutdown()) {
            redraw.shutdown();
            draw();
        }
    }
}
