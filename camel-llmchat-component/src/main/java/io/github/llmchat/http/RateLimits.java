package io.github.llmchat.http;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Requests and tokens in a minute. Both are spread evenly, because gateways count in windows of their own: who sends a
 * minute's worth at once may meet the end of one window and the beginning of the next.
 */
final class RateLimits {

    /** The share of a minute's amount that may go at once: ten milliseconds of requests, a second of tokens. */
    private static final int REQUESTS_AT_ONCE = 6_000;
    private static final int TOKENS_AT_ONCE = 60;

    private final Bucket requests;
    private final Bucket tokens;

    RateLimits(GovernorLimits limits, Timing timing) {
        this.requests = bucket(limits.requestsPerMinute(), REQUESTS_AT_ONCE, timing);
        this.tokens = bucket(limits.tokensPerMinute(), TOKENS_AT_ONCE, timing);
    }

    private static Bucket bucket(int perMinute, int share, Timing timing) {
        if (perMinute == 0) {
            return null;
        }
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(Math.max(1, perMinute / share))
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build())
                .withCustomTimePrecision(new Meter(timing))
                .build();
    }

    /**
     * Nanoseconds until the next request may go, 0 for now. Tokens may go below zero: then the next one waits longer.
     */
    long nanosToWait() {
        return Math.max(nanosToWait(requests), nanosToWait(tokens));
    }

    private static long nanosToWait(Bucket bucket) {
        return bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    void take(long expectedTokens) {
        if (requests != null) {
            requests.tryConsume(1);
        }
        correct(expectedTokens);
    }

    /** More, or with a negative number fewer tokens than was thought. */
    void correct(long more) {
        if (tokens != null && more > 0) {
            tokens.consumeIgnoringRateLimits(more);
        } else if (tokens != null && more < 0) {
            tokens.addTokens(-more);
        }
    }

    private record Meter(Timing timing) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return timing.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
