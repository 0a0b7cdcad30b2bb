package io.github.llmchat.benchmark.serving;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

import io.github.llmchat.benchmark.gateway.Fault;

/** Both sides, one after the other, round by round. For one thread. */
final class Comparison {

    private static final int CHUNKS = 20;

    private final TestBed bed;
    private final PrintWriter out;
    private final Figures figures;
    private final Duration time;
    private boolean good = true;

    Comparison(TestBed bed, PrintWriter out, Figures figures, Duration time) {
        this.bed = bed;
        this.out = out;
        this.figures = figures;
        this.time = time;
    }

    /** False if an answer was not what it had to be, or if something was left over. */
    boolean good() throws InterruptedException {
        if (!bed.settled()) {
            out.printf("left over: %s%n", bed.figures().leftOver());
            good = false;
        }
        return good;
    }

    /** No figure is taken before the JVMs have compiled what they need. */
    void warmUp() throws InterruptedException {
        Duration twice = time.multipliedBy(2);
        for (Side side : Side.values()) {
            run(side, new Task(20, CHUNKS, true, Fault.NONE, twice));
            run(side, new Task(20, CHUNKS, false, Fault.NONE, twice));
        }
    }

    /** One client, who waits for each answer before the next request. */
    void requestLatency() throws InterruptedException {
        for (Side side : Side.values()) {
            Tally whole = run(side, new Task(1, CHUNKS, false, Fault.NONE, time));
            figures.add(Measure.ANSWER_P50, side, whole.answerLatency(50));
            figures.add(Measure.ANSWER_P99, side, whole.answerLatency(99));
            Tally streamed = run(side, new Task(1, 1, true, Fault.NONE, time));
            figures.add(Measure.FIRST_CHUNK_P50, side, streamed.answerLatency(50));
            figures.add(Measure.FIRST_CHUNK_P99, side, streamed.answerLatency(99));
        }
    }

    /** Some streams at the gateway's pace, for about the time of a run. */
    void chunkLatency(int clients, Duration interval) throws InterruptedException {
        int chunks = Math.max(1, (int) (time.toMillis() / interval.toMillis()));
        for (Side side : Side.values()) {
            Tally tally = run(side, new Task(clients, chunks, true, null, Duration.ZERO));
            figures.add(Measure.CHUNK_P50, side, tally.chunkLatency(50));
            figures.add(Measure.CHUNK_P99, side, tally.chunkLatency(99));
        }
    }

    /** As many requests as go. */
    void requestRate(int clients) throws InterruptedException {
        for (Side side : Side.values()) {
            long cpu = bed.figures().cpuNanos();
            Tally tally = run(side, new Task(clients, CHUNKS, false, Fault.NONE, time));
            figures.add(Measure.REQUEST_RATE, side, tally.requestsPerSecond());
            if (side == Side.passThrough) {
                figures.add(Measure.REQUEST_CPU, side, (bed.figures().cpuNanos() - cpu) / 1e3 / tally.requests());
            }
        }
    }

    /** As many chunks as go, each written by itself; the gateway's interval is 0. */
    void chunkRate(int clients) throws InterruptedException {
        for (Side side : Side.values()) {
            long cpu = bed.figures().cpuNanos();
            Tally tally = run(side, new Task(clients, 200, true, null, time));
            figures.add(Measure.CHUNK_RATE, side, tally.chunksPerSecond());
            if (side == Side.passThrough) {
                figures.add(Measure.CHUNK_CPU, side, (bed.figures().cpuNanos() - cpu) / 1e3 / tally.chunks());
            }
        }
    }

    private Tally run(Side side, Task task) throws InterruptedException {
        Tally tally;
        try (RawClient client = new RawClient(task.clients())) {
            tally = new TaskRun(client, bed.url(side), task).run();
        }
        Map<String, Integer> failures = tally.failures();
        if (!failures.isEmpty()) {
            out.printf("%s, %s: failed %s%n", side, task, failures);
            good = false;
        }
        return tally;
    }
}
