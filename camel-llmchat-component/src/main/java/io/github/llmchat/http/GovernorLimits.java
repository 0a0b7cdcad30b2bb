package io.github.llmchat.http;

/**
 * Internal. How fast requests may follow each other; 0 is without limit.
 *
 * @param maxConcurrentRequests how many may be under way
 * @param requestsPerMinute     how many may be sent in a minute
 * @param tokensPerMinute       how many tokens may be used in a minute
 * @param maxPendingRequests    how many may wait, 1 or more
 */
public record GovernorLimits(int maxConcurrentRequests, int requestsPerMinute, int tokensPerMinute, int maxPendingRequests) {
}
