package io.github.llmchat.server;

import java.time.Duration;

/**
 * How one model is served.
 *
 * @param keys                  who may call it
 * @param maxRequestSize        bytes that a request's body may have, 1 or more
 * @param maxConcurrentRequests requests that may be in work at once, 0 for any number
 * @param keepAliveInterval     silence after which a stream gets a comment; zero for never
 */
public record ServerOptions(ClientKeys keys, int maxRequestSize, int maxConcurrentRequests, Duration keepAliveInterval) {
}
