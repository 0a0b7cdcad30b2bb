package io.github.llmchat.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Internal. Lets the requests to one gateway with one key go in order and no faster than allowed: by the user's limits,
 * and by what the gateway itself says. Waiting holds no thread. Thread-safe; what it lets go runs on the thread of who
 * asks, of who gives back, or of a timer, and must not block.
 */
public final class Governor {

    private final GovernorLimits limits;
    private final RateLimits rates;
    private final Timing timing;

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
     * @param limits what the user allows
     * @param timing the time that pauses and rates are measured by
     */
    public Governor(GovernorLimits limits, Timing timing) {
        this.limits = limits;
        this.timing = timing;
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

        /** Waits for its turn, before all that came later, also when it comes back. */
        void queue() {
            synchronized (lock) {
                waiting.put(number, this);
            }
            advance();
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
        List<Runnable> free = new ArrayList<>();
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
                free.add(first.getValue().go);
            }
        }
        free.forEach(Runnable::run);
    }

    private boolean hasRoom() {
        boolean allowed = limits.maxConcurrentRequests() == 0 || running < limits.maxConcurrentRequests();
        return allowed && window.hasRoom(unanswered);
    }

    /** Nanoseconds until the next request may go, 0 for now. */
    private long nanosToWait() {
        long pause = paused ? pausedUntil - timing.nanos() : 0;
        paused = pause > 0;
        return Math.max(Math.max(pause, quota.nanosToWait(timing.nanos())), rates.nanosToWait());
    }

    private void wakeAfter(long nanos) {
        if (timer != null) {
            timer.run();
        }
        timer = timing.after(Duration.ofNanos(nanos), this::advance);
    }
}
