package io.github.llmchat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Short tasks wait for each other; that must not become waiting for one that hangs, or for ever. */
class TasksAreNotLeftBehindOthersTest {

    private static final int THREADS = 4;
    private static final long SECONDS = 30;

    private final AtomicInteger poolSize = new AtomicInteger(THREADS);
    private final ExecutorService pool = Executors.newCachedThreadPool(TasksAreNotLeftBehindOthersTest::thread);
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final HandOver handOver = new HandOver(pool, poolSize::get, timers);
    private final CountDownLatch hanging = new CountDownLatch(1);

    /** What tasks throw is expected; a test that waits meanwhile would otherwise be told of it. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setUncaughtExceptionHandler((failed, expected) -> {
        });
        return thread;
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        pool.shutdownNow();
        timers.shutdownNow();
    }

    private void hang(int times) {
        for (int i = 0; i < times; i++) {
            handOver.execute(() -> {
                try {
                    hanging.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /** After these it expects tasks to be short and to come often. */
    private void manyShortOnes() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(10_000);
        for (long i = done.getCount(); i > 0; i--) {
            handOver.execute(done::countDown);
        }
        assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void assertThatTheNextRuns() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        handOver.execute(ran::countDown);
        assertThat(ran.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneThatFollowsHangingOnesRuns() throws InterruptedException {
        hang(THREADS - 1);

        assertThatTheNextRuns();
    }

    @Test
    void oneThatFollowsHangingOnesRunsWhereTasksWereShort() throws InterruptedException {
        manyShortOnes();
        hang(THREADS - 1);

        assertThatTheNextRuns();
    }

    @Test
    void oneThatFindsAllThreadsHangingRunsWhenThePoolGrows() throws InterruptedException {
        hang(THREADS);
        CountDownLatch ran = new CountDownLatch(1);
        handOver.execute(ran::countDown);
        await().until(handOver::isWaiting);
        long done = handOver.done();

        poolSize.incrementAndGet();

        assertThat(ran.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        await().until(() -> handOver.done() == done + 1);
        assertThat(handOver.isWaiting()).isFalse();
    }

    @Test
    void noMoreThreadsAreUsedThanThePoolHas() {
        hang(3 * THREADS);

        await().until(() -> ((ThreadPoolExecutor) pool).getActiveCount() == THREADS);
        assertThat(handOver.isWaiting()).isTrue();
    }

    @Test
    void allOfManyThreadsRunOnce() throws InterruptedException {
        int callers = 4;
        int each = 20_000;
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(callers * each);
        for (int caller = 0; caller < callers; caller++) {
            pool.execute(() -> {
                for (int i = 0; i < each; i++) {
                    handOver.execute(() -> {
                        runs.incrementAndGet();
                        left.countDown();
                    });
                }
            });
        }

        assertThat(left.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        await().until(() -> handOver.done() == callers * each);
        assertThat(runs).hasValue(callers * each);
    }

    @Test
    void oneThatThrowsTakesNoOtherWithIt() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            handOver.execute(() -> {
                try {
                    together.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("expected");
            });
            handOver.execute(ran::countDown);
        }

        together.countDown();

        assertThat(ran.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneThatComesAfterThePoolsEndRunsWhereItComesFrom() {
        pool.shutdown();
        Thread[] ranOn = new Thread[1];

        handOver.execute(() -> ranOn[0] = Thread.currentThread());

        assertThat(ranOn[0]).isSameAs(Thread.currentThread());
    }
}
