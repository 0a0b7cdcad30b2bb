package io.github.llmchat.http;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * Internal. Lets the requests to one gateway with one key go in order and no faster than allowed: by the user's limits,
 * and by what the gateway itself says. Waiting holds no thread. Thread-safe; who need not wait goes on the thread that
 * asks, who had to wait on one of the executor's.
 */
public final class Governor {

    private final GovernorLimits limits;
    private final RateLimits rates;
    private final Timing timing;
    private final SendingLine line;

    private final Object lock = new Object();
    // guarded by lock
    private final TreeMap<Long, Turn> waiting = new TreeMap<>();
    private final Window window = new Window();
    private final Quota quota = new Quota();
    private long lastNumber;
    private int running;
    /** Of those under way, the ones that the gateway has neither taken nor refused yet: a stream may go on for long. */
    private int unanswered;
    private long pausedUntil;
    private boolean paused;
    private Runnable timer;

    /**
     * @param limits   what the user allows
     * @param timing   the time that pauses and rates are measured by
     * @param executor has threads that may block for a while; one of them is used at a time
     */
    public Governor(GovernorLimits limits, Timing timing, Executor executor) {
        this.limits = limits;
        this.timing = timing;
        this.line = new SendingLine(executor);
        this.rates = new RateLimits(limits, timing);
    }

    /** One request's place in the order; it keeps it when it has to come back. */
    final class Turn {

        private final long number;
        private final long tokens;
        private final Runnable go;
        private boolean granted;
        private boolean awaited;

        private Turn(long number, long tokens, Runnable go) {
            this.number = number;
            this.tokens = tokens;
            this.go = go;
        }

        /** Waits for its turn; goes on this thread if it need not. */
        void queue() {
            queue(this);
        }

        /** Waits for its turn once more, before all that came later. */
        void comeBack() {
            queue(null);
        }

        private void queue(Turn here) {
            synchronized (lock) {
                waiting.put(number, this);
            }
            advance(here);
        }

        /** The gateway has taken the request. */
        void accepted() {
            synchronized (lock) {
                answered();
                window.accepted();
            }
            advance();
        }

        private void answered() {
            if (awaited) {
                awaited = false;
                unanswered--;
            }
        }

        private void granted() {
            granted = true;
            awaited = true;
            running++;
            unanswered++;
        }

        /** Is through, or does not want its turn any more. Idempotent. */
        void leave() {
            synchronized (lock) {
                waiting.remove(number);
                answered();
                if (granted) {
                    granted = false;
                    running--;
                }
            }
            advance();
        }
    }

    /**
     * A place at the end of the order, to be queued.
     *
     * @param  tokens what the request may take
     * @param  go     is run when it may be sent
     * @return        the place, or null if too many wait
     */
    Turn enter(long tokens, Runnable go) {
        synchronized (lock) {
            return waiting.size() >= limits.maxPendingRequests() ? null : new Turn(++lastNumber, tokens, go);
        }
    }

    GovernorLimits limits() {
        return limits;
    }

    /** The gateway wants nothing more for this time; a shorter pause does not end a longer one. */
    void pause(Duration time) {
        synchronized (lock) {
            long until = timing.nanos() + time.toNanos();
            if (!paused || until - pausedUntil > 0) {
                pausedUntil = until;
                paused = true;
            }
        }
    }

    /** The gateway has refused a request because there were too many, and wants no more for this time. */
    void refused(Duration time) {
        pause(time);
        synchronized (lock) {
            window.refused(unanswered);
        }
    }

    /** The gateway says how many requests it still takes, and when it counts anew. */
    void remaining(long requests, Duration untilReset) {
        synchronized (lock) {
            quota.told(requests, Math.max(0, unanswered - 1), timing.nanos(), untilReset.toNanos());
        }
    }

    /** What a call really took, against what was expected of it. */
    public void correct(long tokens) {
        rates.correct(tokens);
    }

    /** Requests that wait for their turn. */
    public int waiting() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    /** Requests that are under way. */
    public int running() {
        synchronized (lock) {
            return running;
        }
    }

    private void advance() {
        advance(null);
    }

    /** @param here goes on this thread, if it may go and none that waited longer is still to be sent */
    private void advance(Turn here) {
        boolean goesHere = false;
        synchronized (lock) {
            while (!waiting.isEmpty() && hasRoom()) {
                Map.Entry<Long, Turn> first = waiting.firstEntry();
                long nanos = nanosToWait();
                if (nanos > 0) {
                    wakeAfter(nanos);
                    break;
                }
                waiting.remove(first.getKey());
                rates.take(first.getValue().tokens);
                quota.take();
                first.getValue().granted();
                if (first.getValue() == here && line.isEmpty()) {
                    goesHere = true;
                } else {
                    line.add(first.getValue().go);
                }
            }
        }
        line.start();
        if (goesHere) {
            here.go.run();
        }
    }

    private boolean hasRoom() {
        boolean allowed = limits.maxConcurrentRequests() == 0 || running < limits.maxConcurrentRequests();
        return allowed && window.hasRoom(unanswered);
    }

    /** Nanoseconds until the next request may go, 0 for now. */
    private long nanosToWait() {
        long pause = paused ? pausedUntil - timing.nanos() : 0;
        if (paused && pause <= 0) {
            paused = false;
            window.pauseIsOver();
        }
        return Math.max(Math.max(pause, quota.nanosToWait(timing.nanos())), rates.nanosToWait());
    }

    private void wakeAfter(long nanos) {
        if (timer != null) {
            timer.run();
        }
        timer = timing.after(Duration.ofNanos(nanos), this::advance);
    }
}
