package io.github.llmchat.benchmark.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.llmchat.benchmark.Heap;
import io.github.llmchat.benchmark.Machine;

/** Gives a driver its work: so many calls at once, the next when one ends, until all are done. */
final class WorkloadRun {

    private static final Allocation ALLOCATION = new Allocation();
    private static final long PATIENCE_SECONDS = 120;
    private static final long GLANCE_MILLIS = 10;

    private final Workload workload;
    private final Consumer<Call> driver;
    private final Tally tally = new Tally();
    private final AtomicInteger toBegin;
    private final CountDownLatch toEnd;

    WorkloadRun(Driver driver, Workload workload) {
        this.workload = workload;
        this.driver = workload.streamed() ? driver::stream : driver::plain;
        this.toBegin = new AtomicInteger(workload.calls());
        this.toEnd = new CountDownLatch(workload.calls());
    }

    Outcome run() throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long heapBefore = workload.open() ? Heap.afterCollection() : 0;
        threads.resetPeakThreadCount();
        long compiling = compilingMillis();
        long allocated = ALLOCATION.bytes();
        long cpu = Machine.cpuNanos();
        long start = System.nanoTime();
        for (int i = 0; i < workload.atOnce(); i++) {
            begin();
        }
        long heapOpen = workload.open() ? heapWithAllOpen() : 0;
        boolean ended = toEnd.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long nanos = System.nanoTime() - start;
        if (tally.failure() != null) {
            System.err.println("The last call that failed: " + tally.failure());
        }
        return new Outcome(
                tally.complete(), tally.failed() + (ended ? 0 : toEnd.getCount()), tally.chunks(), nanos,
                Machine.cpuNanos() - cpu, ALLOCATION.bytes() - allocated, threads.getPeakThreadCount(),
                tally.latencyAt(50), tally.latencyAt(99), tally.firstAt(50), tally.firstAt(99), heapBefore, heapOpen,
                TimeUnit.MILLISECONDS.toNanos(compilingMillis() - compiling));
    }

    private static long compilingMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private void begin() {
        if (toBegin.getAndDecrement() > 0) {
            int expected = workload.streamed() ? workload.script().chunks() : 1;
            driver.accept(new Call(workload.script(), expected, tally, this::ended));
        }
    }

    private void ended() {
        toEnd.countDown();
        begin();
    }

    private long heapWithAllOpen() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (tally.begun() < workload.calls() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        return Heap.afterCollection();
    }

}
