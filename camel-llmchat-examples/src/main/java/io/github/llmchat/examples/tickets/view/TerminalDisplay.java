package io.github.llmchat.examples.tickets.view;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Streams on a terminal. Four lines show a stream each; a stream that begins takes the line that has been free, or
 * done, the longest, and keeps it until its ticket has a result. Below them are a progress bar and the counters.
 */
final class TerminalDisplay implements StreamDisplay {

    private static final int LINES = 4;
    private static final int KEPT_CHARACTERS = 400;
    private static final String ERASE_LINE = "\u001b[2K";
    private static final String DIM = "\u001b[2m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RED = "\u001b[31m";
    private static final String CYAN = "\u001b[36m";
    private static final String RESET = "\u001b[0m";

    private final int tickets;
    private final PrintStream out;
    private final Terminal terminal;
    private final Line[] lines = new Line[LINES];
    private final Map<String, Line> shown = new HashMap<>();
    private long turn;
    private boolean drawn;

    TerminalDisplay(int tickets, PrintStream out, Terminal terminal) {
        this.tickets = tickets;
        this.out = out;
        this.terminal = terminal;
        Arrays.setAll(lines, i -> new Line());
    }

    @Override
    public synchronized void chunk(String ticketId, long index, String text) {
        Line line = shown.get(ticketId);
        if (line == null) {
            line = freeLine();
            if (line == null) {
                return;
            }
            shown.remove(line.ticketId);
            shown.put(ticketId, line);
            line.show(ticketId);
        }
        line.text.append(text);
        if (line.text.length() > 2 * KEPT_CHARACTERS) {
            line.text.delete(0, line.text.length() - KEPT_CHARACTERS);
        }
    }

    private Line freeLine() {
        Line free = null;
        for (Line line : lines) {
            if (line.free && (free == null || line.freeSince < free.freeSince)) {
                free = line;
            }
        }
        return free;
    }

    @Override
    public synchronized void finished(String ticketId, Outcome outcome, RunFigures figures) {
        Line line = shown.get(ticketId);
        if (line != null) {
            line.outcome = outcome;
            line.free = true;
            line.freeSince = ++turn;
        }
    }

    @Override
    public synchronized void draw(RunFigures figures) {
        StringBuilder frame = new StringBuilder();
        if (drawn) {
            frame.append("\u001b[").append(LINES + 2).append("A\r");
        }
        for (Line line : lines) {
            frame.append(ERASE_LINE);
            append(line, frame);
            frame.append('\n');
        }
        frame.append(ERASE_LINE).append(bar(figures.finished())).append('\n');
        frame.append(ERASE_LINE).append(cut(Counters.line(figures, tickets))).append('\n');
        out.print(frame);
        out.flush();
        drawn = true;
    }

    private void append(Line line, StringBuilder frame) {
        if (line.ticketId == null) {
            return;
        }
        String state = line.outcome == null ? "streaming" : line.outcome.label();
        String head = String.format("%s %-9s ", line.ticketId, state);
        String text = DisplayText.singleLine(line.text.toString());
        frame.append(coloured(colour(line.outcome), head));
        frame.append(coloured(line.outcome == null ? "" : DIM,
                DisplayText.tail(text, terminal.columns() - 1 - DisplayText.width(head))));
    }

    private String bar(int finished) {
        String percent = String.format(" %3d %%", tickets == 0 ? 100 : Math.min(100, finished * 100 / tickets));
        int width = terminal.columns() - 3 - percent.length();
        int full = tickets == 0 ? width : Math.min(width, width * finished / tickets);
        return "[" + coloured(GREEN, "#".repeat(full)) + "-".repeat(width - full) + "]" + percent;
    }

    private String cut(String line) {
        return line.length() < terminal.columns() ? line : line.substring(0, terminal.columns() - 1);
    }

    private static String colour(Outcome outcome) {
        if (outcome == null) {
            return CYAN;
        }
        return switch (outcome) {
            case ANSWERED -> GREEN;
            case ESCALATED -> YELLOW;
            case FAILED -> RED;
        };
    }

    private String coloured(String colour, String text) {
        return terminal.colours() && !colour.isEmpty() && !text.isEmpty() ? colour + text + RESET : text;
    }

    private static final class Line {

        private final StringBuilder text = new StringBuilder();
        private String ticketId;
        private Outcome outcome;
        private boolean free = true;
        private long freeSince;

        private void show(String newTicketId) {
            ticketId = newTicketId;
            outcome = null;
            free = false;
            text.setLength(0);
        }
    }
}
