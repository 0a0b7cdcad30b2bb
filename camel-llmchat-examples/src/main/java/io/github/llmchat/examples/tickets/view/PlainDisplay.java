package io.github.llmchat.examples.tickets.view;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Streams in plain lines: a line for each tenth ticket, and of a few sample streams what has come, bit by bit. */
final class PlainDisplay implements StreamDisplay {

    private static final int SAMPLES = 4;
    private static final int SAMPLE_LINE_CHUNKS = 12;
    private static final int TICKETS_PER_LINE = 10;

    private final int tickets;
    private final PrintStream out;
    private final Map<String, Sample> samples = new HashMap<>();
    private int taken;
    private int nextLineAt = TICKETS_PER_LINE;

    PlainDisplay(int tickets, PrintStream out) {
        this.tickets = tickets;
        this.out = out;
    }

    @Override
    public synchronized void chunk(String ticketId, long index, String text) {
        Sample sample = samples.get(ticketId);
        if (sample == null && taken < SAMPLES) {
            taken++;
            sample = new Sample();
            samples.put(ticketId, sample);
        }
        if (sample != null) {
            sample.text.append(text);
            if (++sample.chunks % SAMPLE_LINE_CHUNKS == 0) {
                print(ticketId, sample);
            }
        }
    }

    @Override
    public synchronized void finished(String ticketId, Outcome outcome, RunFigures figures) {
        Sample sample = samples.remove(ticketId);
        if (sample != null && sample.text.length() > 0) {
            print(ticketId, sample);
        }
        // several tickets may finish between two calls, so that the count need not be a multiple of ten
        if (figures.finished() >= nextLineAt || figures.finished() == tickets) {
            nextLineAt = figures.finished() - figures.finished() % TICKETS_PER_LINE + TICKETS_PER_LINE;
            out.println(Counters.line(figures, tickets));
        }
    }

    private void print(String ticketId, Sample sample) {
        out.printf("%s  chunk %3d  %s%n", ticketId, sample.chunks, DisplayText.singleLine(sample.text.toString()).strip());
        sample.text.setLength(0);
    }

    @Override
    public void draw(RunFigures figures) {
        // nothing is drawn over
    }

    private static final class Sample {

        private final StringBuilder text = new StringBuilder();
        private int chunks;
    }
}
