package io.github.llmchat.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.error.ChatTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Some servers send neither {@code [DONE]} nor an end of the body after the finish reason. */
class SilenceAfterTheAnswerEndsTheCallTest {

    private static final CallLimits NO_LIMITS
            = new CallLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1_000, 1_000);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch graceOver = new CountDownLatch(1);
    private final CallTimers timers = new CallTimers(NO_LIMITS, true, scheduler, new CallTimers.Owner() {
        @Override
        public void timedOut(ChatTimeoutException.Timeout which, Duration after) {
            throw new AssertionError("No timeout was set");
        }

        @Override
        public void graceOver() {
            graceOver.countDown();
        }
    });

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void whenNothingComesAnyMore() throws Exception {
        timers.start();
        timers.endAfterSilence(Duration.ofMillis(50));

        assertThat(graceOver.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void notWhileWeDoNotRead() throws Exception {
        timers.start();
        timers.paused(true);
        timers.endAfterSilence(Duration.ofMillis(20));

        assertThat(graceOver.await(200, TimeUnit.MILLISECONDS)).isFalse();

        timers.paused(false);
        assertThat(graceOver.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void notAfterTheCallHasEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        // the one thread of the timers is not free before the call has ended
        scheduler.execute(() -> awaitUninterrupted(ended));
        timers.start();
        timers.endAfterSilence(Duration.ofMillis(20));
        timers.stop();
        ended.countDown();

        assertThat(graceOver.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
