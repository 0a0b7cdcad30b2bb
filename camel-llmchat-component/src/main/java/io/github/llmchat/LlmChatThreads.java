package io.github.llmchat;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.http.Timing;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;

/**
 * The threads of the component: a pool on which routes go on and chunks are delivered, and one thread for timeouts. All
 * come from Camel; a thread pool profile named {@code llmchat} replaces the pool's size, and one named
 * {@code llmchat-cache} that of the threads for caches.
 */
final class LlmChatThreads implements Executor {

    static final String PROFILE = "llmchat";

    /** Enough for routes that block a little; a stream needs a thread only while one of its chunks is processed. */
    private static final int POOL_SIZE = 10;
    static final String CACHE_PROFILE = "llmchat-cache";
    /** As many as a pool of database connections usually has. */
    private static final int CACHE_POOL_SIZE = 10;

    private final ExecutorServiceManager manager;
    private final ExecutorService pool;
    private final Executor handOver;
    private final ExecutorService readers;
    private final ExecutorService cache;
    private final ScheduledExecutorService timers;

    LlmChatThreads(CamelContext context, Object source, Callers callers) {
        manager = context.getExecutorServiceManager();
        pool = manager.newThreadPool(source, "llmchat", profile(PROFILE, POOL_SIZE));
        timers = manager.newScheduledThreadPool(source, "llmchat-timer", timerProfile());
        readers = manager.newCachedThreadPool(source, "llmchat-reader");
        cache = manager.newThreadPool(source, CACHE_PROFILE, profile(CACHE_PROFILE, CACHE_POOL_SIZE));
        timers.scheduleWithFixedDelay(
                () -> callers.cancelAbandoned(this), Callers.INTERVAL_MILLIS, Callers.INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        if (pool instanceof ThreadPoolExecutor executor) {
            HandOver gathering = new HandOver(pool, executor::getCorePoolSize, timers);
            timers.scheduleWithFixedDelay(
                    new PoolRelief(executor, gathering), PoolRelief.INTERVAL_MILLIS, PoolRelief.INTERVAL_MILLIS,
                    TimeUnit.MILLISECONDS);
            handOver = gathering;
        } else {
            // virtual threads: each task has one of its own
            handOver = pool;
        }
    }

    /** Camel's default refuses the thousandth timer; each open call has up to four. */
    private static ThreadPoolProfile timerProfile() {
        ThreadPoolProfile profile = new ThreadPoolProfile("llmchat-timer");
        profile.setPoolSize(1);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        return profile;
    }

    /**
     * The queue has no bound of its own because it holds one entry for each call at most, and because Camel's default
     * for a full queue would run user routes on an I/O thread. Of a profile of the user's only the pool size counts.
     */
    private ThreadPoolProfile profile(String name, int defaultSize) {
        ThreadPoolProfile own = manager.getThreadPoolProfile(name);
        int size = own == null || own.getPoolSize() == null ? defaultSize : own.getPoolSize();
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setAllowCoreThreadTimeOut(true);
        return profile;
    }

    @Override
    public void execute(Runnable task) {
        run(handOver, task);
    }

    /**
     * Threads that may wait: one for each stream that is read by iteration, and for requests that waited for their
     * turn.
     */
    Executor readers() {
        return task -> run(readers, task);
    }

    /** Threads on which caches of completions may block, and nothing else. */
    Executor cache() {
        return task -> run(cache, task);
    }

    private static void run(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // the component is stopping: an exchange that completes on the wrong thread is better than one that never does
            task.run();
        }
    }

    /** Runs a task later, on the thread for timeouts, which must not be blocked; what is returned cancels it. */
    Runnable after(Duration delay, Runnable task) {
        return Timing.of(timers).after(delay, task);
    }

    ScheduledExecutorService timers() {
        return timers;
    }

    void stop() {
        manager.shutdownNow(timers);
        manager.shutdownGraceful(pool);
        manager.shutdownNow(cache);
        manager.shutdownGraceful(readers);
    }
}
