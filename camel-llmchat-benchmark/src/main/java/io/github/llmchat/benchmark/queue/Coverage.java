package io.github.llmchat.benchmark.queue;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every 25 ms whether a committed offset lies beyond a prompt without a stored result. */
final class Coverage implements AutoCloseable {

    private static final int INTERVAL_MILLIS = 25;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final QueueTopics topics;
    private final Set<String> stored;
    private int samples;
    private int uncovered;
    private int worst;

    Coverage(QueueTopics topics, Set<String> stored) {
        this.topics = topics;
        this.stored = stored;
        clock.scheduleWithFixedDelay(this::sample, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Offsets first: a result that comes meanwhile makes the answer milder, never wrong. */
    private void sample() {
        try {
            int without = 0;
            for (Map.Entry<Integer, Long> committed : topics.committed().entrySet()) {
                for (long offset = 0; offset < committed.getValue(); offset++) {
                    without += stored.contains(topics.keyAt(committed.getKey(), offset)) ? 0 : 1;
                }
            }
            count(without);
        } catch (Exception e) {
            // the broker did not answer: no sample
        }
    }

    private synchronized void count(int without) {
        samples++;
        uncovered += without > 0 ? 1 : 0;
        worst = Math.max(worst, without);
    }

    synchronized int uncovered() {
        return uncovered;
    }

    synchronized String report() {
        return uncovered + " of " + samples + " samples uncovered" + (worst > 0 ? " (up to " + worst + " prompts)" : "");
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            clock.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
