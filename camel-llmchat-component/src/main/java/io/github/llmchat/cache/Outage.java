package io.github.llmchat.cache;

import java.sql.SQLException;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a cache is down. While it is, it is asked once in a while only; that it is, and that it is back, is said
 * once.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(CompletionCache.class);
    private static final long PAUSE_NANOS = 10_000_000_000L;

    private final String cache;
    private final LongSupplier nanos;
    // guarded by this
    private boolean down;
    private long lastFailure;
    private long nextTry;

    Outage(String cache, LongSupplier nanos) {
        this.cache = cache;
        this.nanos = nanos;
    }

    /** Whether the cache may be asked now; while it is down, one may every ten seconds. */
    synchronized boolean mayTry() {
        if (!down) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - nextTry < 0) {
            return false;
        }
        nextTry = now + PAUSE_NANOS;
        return true;
    }

    /** What a cache says when it fails may hold what it was given: only its kind is for everybody's eyes. */
    void failed(Throwable failure) {
        String state = failure instanceof SQLException sql ? ", SQL state " + sql.getSQLState() : "";
        failed(failure.getClass().getName() + state);
        LOG.debug("{} failed", cache, failure);
    }

    void failed(String why) {
        synchronized (this) {
            lastFailure = nanos.getAsLong();
            nextTry = lastFailure + PAUSE_NANOS;
            if (down) {
                return;
            }
            down = true;
        }
        LOG.warn("{} fails ({}): calls go on without it, and pay, until it is back; it is tried every 10 seconds. "
                 + "Level DEBUG has the details",
                cache, why);
    }

    /** @param since when the cache was asked: what was begun before it failed does not show that it is back */
    void worked(long since) {
        synchronized (this) {
            if (!down || since - lastFailure < 0) {
                return;
            }
            down = false;
        }
        LOG.info("{} is back", cache);
    }
}
