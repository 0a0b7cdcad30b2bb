package io.github.llmchat;

import java.util.concurrent.ThreadPoolExecutor;

/**
 * Lets a pool grow while user routes block all of its threads, and shrink when they are through. A pool that grew at
 * every burst would have a thread for each stream; one that never grows would stop all streams as soon as a few routes
 * hang.
 */
final class PoolRelief implements Runnable {

    static final long INTERVAL_MILLIS = 250;

    private static final int MAX_GROWTH = 25;
    /** Once alone, all threads may have stood still for the garbage collector. */
    private static final int STUCK = 2;

    private final ThreadPoolExecutor pool;
    private final HandOver handOver;
    private final int usual;
    private long completedBefore;
    private int stuckInARow;

    /** @param handOver gives the pool all its tasks */
    PoolRelief(ThreadPoolExecutor pool, HandOver handOver) {
        this.pool = pool;
        this.handOver = handOver;
        this.usual = pool.getCorePoolSize();
    }

    @Override
    public void run() {
        long completed = handOver.done();
        stuckInARow = handOver.isWaiting() && completed == completedBefore ? stuckInARow + 1 : 0;
        completedBefore = completed;
        int size = pool.getCorePoolSize();
        if (stuckInARow >= STUCK && size < usual * MAX_GROWTH) {
            pool.setMaximumPoolSize(size + usual);
            pool.setCorePoolSize(size + usual);
        } else if (size > usual && pool.getActiveCount() <= usual && !handOver.isWaiting()) {
            pool.setCorePoolSize(usual);
            pool.setMaximumPoolSize(usual);
        }
    }
}
