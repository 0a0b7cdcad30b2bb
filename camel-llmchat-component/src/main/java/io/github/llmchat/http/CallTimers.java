package io.github.llmchat.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.llmchat.error.ChatTimeoutException.Timeout;

/**
 * The clocks of one attempt. The silence timers are not restarted at each byte: a check looks how long the silence has
 * lasted and sets itself again for the rest. Time in which we do not read, because the route is behind, is not the
 * server's silence.
 */
final class CallTimers {

    /** Who is told, on the timer's thread. */
    interface Owner {
        void timedOut(Timeout which, Duration after);

        void graceOver();
    }

    private final CallLimits limits;
    private final boolean stream;
    private final ScheduledExecutorService scheduler;
    private final Owner owner;

    private volatile long lastByte;
    private volatile long lastChunk;
    private volatile long pausedAt;
    private volatile boolean paused;
    // guarded by this
    private boolean stopped;
    private Future<?> connect;
    private Future<?> read;
    private Future<?> chunk;
    private Future<?> grace;

    CallTimers(CallLimits limits, boolean stream, ScheduledExecutorService scheduler, Owner owner) {
        this.limits = limits;
        this.stream = stream;
        this.scheduler = scheduler;
        this.owner = owner;
    }

    void start() {
        lastChunk = System.nanoTime();
        checkChunk();
    }

    /** A connection is being made in steps that nobody else watches. */
    synchronized void connecting(Duration limit) {
        if (connect == null && !limit.isZero() && !stopped) {
            connect = schedule(() -> owner.timedOut(Timeout.CONNECT, limit), limit.toNanos());
        }
    }

    /** There is a connection; how long that took was {@code connectTimeout}'s business. */
    void connected() {
        boolean first;
        synchronized (this) {
            lastByte = System.nanoTime();
            cancel(connect);
            connect = null;
            first = read == null;
        }
        if (first) {
            checkRead();
        }
    }

    private void checkRead() {
        if (isOver(limits.readTimeout(), lastByte, this::checkRead, next -> read = next)) {
            owner.timedOut(Timeout.READ, limits.readTimeout());
        }
    }

    private void checkChunk() {
        if (stream && isOver(limits.chunkTimeout(), lastChunk, this::checkChunk, next -> chunk = next)) {
            owner.timedOut(Timeout.CHUNK, limits.chunkTimeout());
        }
    }

    /**
     * Whether a silence has lasted too long; if not, looks again when it may have. The owner is told outside of the
     * lock: it ends the call, with whatever locks that takes.
     */
    private synchronized boolean isOver(Duration limit, long since, Runnable again, Consumer<Future<?>> keep) {
        if (stopped || limit.isZero()) {
            return false;
        }
        long left = paused ? limit.toNanos() : since + limit.toNanos() - System.nanoTime();
        if (left > 0) {
            keep.accept(schedule(again, left));
        }
        return left <= 0;
    }

    synchronized void endWithin(Duration time) {
        cancel(grace);
        grace = stopped ? null : schedule(owner::graceOver, time.toNanos());
    }

    /**
     * Some servers send a second choice when the first has its finish reason: only silence says that nothing follows.
     */
    synchronized void endAfterSilence(Duration time) {
        if (!stopped && grace == null) {
            grace = schedule(() -> checkSilence(time), time.toNanos());
        }
    }

    private void checkSilence(Duration time) {
        if (isOver(time, lastChunk, () -> checkSilence(time), next -> grace = next)) {
            owner.graceOver();
        }
    }

    private Future<?> schedule(Runnable check, long nanos) {
        return scheduler.schedule(check, nanos, TimeUnit.NANOSECONDS);
    }

    /** Bytes have come. */
    void bytes() {
        lastByte = System.nanoTime();
    }

    /** An event with data has come. */
    void event() {
        lastChunk = System.nanoTime();
    }

    /**
     * We stop or go on reading; nothing is read in between. The silence before and after counts, that in between does
     * not.
     */
    void paused(boolean now) {
        long time = System.nanoTime();
        if (now) {
            pausedAt = time;
        } else {
            lastByte += time - pausedAt;
            lastChunk += time - pausedAt;
        }
        paused = now;
    }

    synchronized void stop() {
        stopped = true;
        cancel(connect);
        cancel(read);
        cancel(chunk);
        cancel(grace);
    }

    private static void cancel(Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
