package io.github.llmchat.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Internal. What the time is, and what is to happen later; tests have a time of their own. Thread-safe. */
public interface Timing {

    /** Nanoseconds since some moment. */
    long nanos();

    /**
     * Runs a task later, on a thread that must not be blocked.
     *
     * @return cancels it
     */
    Runnable after(Duration delay, Runnable task);

    /** The machine's time. */
    static Timing of(ScheduledExecutorService timers) {
        return new Timing() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Runnable after(Duration delay, Runnable task) {
                Future<?> timer = timers.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> timer.cancel(false);
            }
        };
    }
}
