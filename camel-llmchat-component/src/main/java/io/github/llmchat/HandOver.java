package io.github.llmchat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * Hands tasks over to a pool. To wake a thread costs more than most tasks: where they are short and come every few
 * microseconds, they wait for the thread that is awake already, which takes all that have come by then. With 1,000 slow
 * streams that saves a third of the component's CPU; docs/performance.md has the figures. Where tasks are rare, or take
 * their time, each has a thread at once, as in any pool.
 */
final class HandOver implements Executor {

    /** At this distance the next task comes while a thread is woken for the one before. */
    private static final long FREQUENT_NANOS = 50_000;
    private static final long SHORT_NANOS = 100_000;
    /** With more tasks behind each thread that is awake they are too few. */
    private static final long LONGEST_LINE = 16;
    /** So long a task may wait behind one that was expected to be short. */
    private static final long PATIENCE_NANOS = 1_000_000;
    /** Nobody looks so often where tasks go on, or where the pool has no more threads. */
    private static final long LONGEST_PATIENCE_NANOS = 64_000_000;

    private final Executor pool;
    private final IntSupplier poolSize;
    private final ScheduledExecutorService timers;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** Threads of the pool that take tasks, those that are on their way included. */
    private final AtomicInteger lanes = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final MovingAverage distance = new MovingAverage();
    private final MovingAverage duration = new MovingAverage();
    private volatile long lastArrival = System.nanoTime();

    HandOver(Executor pool, IntSupplier poolSize, ScheduledExecutorService timers) {
        this.pool = pool;
        this.poolSize = poolSize;
        this.timers = timers;
    }

    @Override
    public void execute(Runnable task) {
        long now = System.nanoTime();
        distance.add(now - lastArrival);
        lastArrival = now;
        arrived.incrementAndGet();
        tasks.add(task);
        if (lanes.get() == 0) {
            openLane();
        } else {
            seeToWaiting();
        }
    }

    /** A task waits: unless a lane is free to take it there is one more at once, or soon if need be. */
    private void seeToWaiting() {
        if (!gathers() && allRun() || arrived.get() - begun.get() > LONGEST_LINE * lanes.get()) {
            openLane();
        }
        if (allRun() && watched.compareAndSet(false, true)) {
            watch(begun.get(), PATIENCE_NANOS);
        }
    }

    /** Whether no lane will take the next task soon. */
    private boolean allRun() {
        return running.get() >= lanes.get();
    }

    private boolean gathers() {
        return distance.value() < FREQUENT_NANOS && duration.value() < SHORT_NANOS;
    }

    /** {@return whether a task waits for a thread} */
    boolean isWaiting() {
        return !tasks.isEmpty();
    }

    /** {@return how many tasks are through} */
    long done() {
        return done.get();
    }

    /** False if there are as many as the pool has threads. */
    private boolean openLane() {
        int size = poolSize.getAsInt();
        if (lanes.getAndUpdate(open -> Math.min(open + 1, Math.max(open, size))) >= size) {
            return false;
        }
        try {
            pool.execute(this::lane);
        } catch (RejectedExecutionException e) {
            // the component is stopping: an exchange that completes on the wrong thread is better than one that never does
            lane();
        }
        return true;
    }

    private void lane() {
        boolean failed = true;
        try {
            do {
                runAll();
                lanes.decrementAndGet();
            } while (reenter());
            failed = false;
        } finally {
            if (failed) {
                lanes.decrementAndGet();
                reopen();
            }
        }
    }

    /** What has come while this lane was about to end was perhaps left to it. */
    private boolean reenter() {
        boolean left = !tasks.isEmpty();
        if (left) {
            lanes.incrementAndGet();
        }
        return left;
    }

    /** A task has thrown: that ends the pool's thread, and not what waits behind it. */
    private void reopen() {
        if (!tasks.isEmpty()) {
            openLane();
        }
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            running.incrementAndGet();
            begun.incrementAndGet();
            if (!tasks.isEmpty()) {
                // this one may hang
                seeToWaiting();
            }
            long start = System.nanoTime();
            try {
                task.run();
            } finally {
                duration.add(System.nanoTime() - start);
                done.incrementAndGet();
                running.decrementAndGet();
            }
        }
    }

    /** If no task has begun by then all lanes are stuck in a route: one more is opened. */
    private void watch(long begunBefore, long delay) {
        try {
            timers.schedule(() -> look(begunBefore, delay), delay, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the component is stopping
            watched.set(false);
            openLane();
        }
    }

    private void look(long begunBefore, long delay) {
        if (tasks.isEmpty()) {
            watched.set(false);
            if (tasks.isEmpty() || !watched.compareAndSet(false, true)) {
                return;
            }
        }
        boolean opened = begun.get() == begunBefore && openLane();
        watch(begun.get(), opened ? PATIENCE_NANOS : Math.min(2 * delay, LONGEST_PATIENCE_NANOS));
    }

    /** Of the last dozens of values; what threads do at the same time may be lost. */
    private static final class MovingAverage {

        private static final int WEIGHT = 32;
        private static final long MOST = 1_000_000;

        private volatile long value = MOST;

        void add(long next) {
            value += (Math.min(next, MOST) - value) / WEIGHT;
        }

        long value() {
            return value;
        }
    }
}
