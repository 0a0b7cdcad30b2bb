package io.github.llmchat.benchmark.soak;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counts how calls ended. Its size does not depend on their number. Thread-safe. */
final class SoakTally {

    private final long start = System.nanoTime();
    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    private final LongAdder unexpected = new LongAdder();
    private final AtomicReference<String> firstUnexpected = new AtomicReference<>();

    void ended(SoakWay way, SoakCall call, Exception failure) {
        String outcome = call.outcome(failure);
        outcomes.computeIfAbsent(call.kind() + ": " + outcome, key -> new LongAdder()).increment();
        if (!call.expected(outcome)) {
            unexpected.increment();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            firstUnexpected.compareAndSet(
                    null, way + ", " + call.kind() + ": " + outcome + ", " + failure + ", after " + seconds + " s");
        }
    }

    long calls() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long unexpected() {
        return unexpected.sum();
    }

    String firstUnexpected() {
        return firstUnexpected.get();
    }

    Map<String, LongAdder> outcomes() {
        return outcomes;
    }
}
