package io.github.llmchat.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import javax.net.ssl.SSLException;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.ServerException;

/**
 * Internal. Whether a request that failed is sent again, and after how long a wait. Only what may go away by itself is
 * tried again, and only what the gateway has not begun to answer; whoever asks sees to that.
 *
 * @param maxRetries how often a request is sent again, 0 or more
 * @param delay      the wait before the first retry where the gateway does not say; doubled for each further one
 * @param maxDelay   the longest wait
 * @param random     from 0 to 1, for the part by which waits differ
 */
public record RetryPolicy(int maxRetries, Duration delay, Duration maxDelay, DoubleSupplier random) {

    /** No retries. */
    public static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO, Duration.ZERO, () -> 0);

    private static final double JITTER = 0.25;
    private static final int MOST_DOUBLINGS = 30;

    /** The wait before the next attempt; null if there is none. */
    Duration next(int retriesBefore, ChatException failure) {
        if (retriesBefore >= maxRetries || !mayGoAway(failure)) {
            return null;
        }
        Duration asked = failure.retryAfter();
        if (asked != null) {
            return asked.compareTo(maxDelay) > 0 ? null : asked;
        }
        return backoff(retriesBefore);
    }

    /** How long to wait when nobody says so. */
    Duration backoff(int retriesBefore) {
        double full = delay.toMillis() * (double) (1L << Math.min(retriesBefore, MOST_DOUBLINGS));
        double capped = Math.min(full, maxDelay.toMillis());
        return Duration.ofMillis((long) (capped * (1 - JITTER * random.getAsDouble())));
    }

    /** Whether this call is one that waits at all: who wants none is not to be held up by what others met. */
    boolean waits() {
        return maxRetries > 0;
    }

    Duration atMost(Duration time) {
        return time.compareTo(maxDelay) > 0 ? maxDelay : time;
    }

    private static boolean mayGoAway(ChatException failure) {
        Boolean said = failure.details().shouldRetry();
        if (said != null) {
            return said;
        }
        int status = failure.httpStatus();
        if (failure instanceof RateLimitException || failure instanceof ServerException && (status >= 400)) {
            return true;
        }
        if (status == 402) {
            // no money: only worth waiting for if the gateway says how long
            return failure.retryAfter() != null;
        }
        if (failure instanceof ChatTimeoutException timeout) {
            return timeout.timeout() == ChatTimeoutException.Timeout.CONNECT;
        }
        return failure instanceof ConnectionException && !(failure.getCause() instanceof SSLException);
    }
}
