package io.github.llmchat.examples.tickets.view;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts and times of a run. A ticket that was handled twice, because the route was stopped before its offset was
 * committed, counts once: its last outcome counts, chunks and tokens add up.
 * <p>
 * All methods may be called from any thread.
 */
public final class RunStatistics {

    private final LongSupplier nanoClock;
    private final Map<String, Long> waiting = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private long[] firstChunkNanos = new long[256];
    private int firstChunks;
    private long chunks;
    private long tokens;
    private long begin;
    private long end;
    private boolean begun;

    /** Statistics of a run that has not begun. */
    public RunStatistics() {
        this(System::nanoTime);
    }

    RunStatistics(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * A ticket is about to be sent to the gateway: its time to the first chunk begins, and with the first ticket the
     * run's.
     *
     * @param ticketId the ticket
     */
    public synchronized void started(String ticketId) {
        long now = nanoClock.getAsLong();
        begin(now);
        waiting.put(ticketId, now);
    }

    /**
     * A chunk with text has come.
     *
     * @param ticketId the ticket
     */
    public synchronized void chunk(String ticketId) {
        chunks++;
        Long since = waiting.remove(ticketId);
        if (since != null) {
            if (firstChunks == firstChunkNanos.length) {
                firstChunkNanos = Arrays.copyOf(firstChunkNanos, firstChunks * 2);
            }
            firstChunkNanos[firstChunks++] = nanoClock.getAsLong() - since;
        }
    }

    /**
     * A ticket's result is in Kafka.
     *
     * @param ticketId         the ticket
     * @param outcome          what became of it
     * @param completionTokens the tokens of its answer, as the gateway counts them; 0 if it has none
     */
    public synchronized void finished(String ticketId, Outcome outcome, long completionTokens) {
        end = nanoClock.getAsLong();
        begin(end);
        waiting.remove(ticketId);
        outcomes.put(ticketId, outcome);
        tokens += completionTokens;
        notifyAll();
    }

    private void begin(long now) {
        if (!begun) {
            begun = true;
            begin = now;
            end = now;
        }
    }

    /**
     * Waits until so many different tickets have a result.
     *
     * @param  tickets              how many
     * @param  atMost               how long to wait
     * @return                      {@code false} if the time is over and some are still missing
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public synchronized boolean awaitFinished(int tickets, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (outcomes.size() < tickets) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /**
     * The figures as they are now.
     *
     * @return figures that do not change any more
     */
    public synchronized RunFigures figures() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        long[] sorted = Arrays.copyOf(firstChunkNanos, firstChunks);
        Arrays.sort(sorted);
        return new RunFigures(
                counts.getOrDefault(Outcome.ANSWERED, 0), counts.getOrDefault(Outcome.ESCALATED, 0),
                counts.getOrDefault(Outcome.FAILED, 0), chunks, tokens, percentile(sorted, 50), percentile(sorted, 99),
                Duration.ofNanos(end - begin));
    }

    /** The nearest-rank percentile. */
    private static Duration percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return Duration.ofNanos(sorted[rank - 1]);
    }
}
