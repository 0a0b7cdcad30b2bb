package io.github.llmchat.http;

import java.time.Duration;

/**
 * Internal. How long and how much a call may take. A duration of zero means no limit.
 *
 * @param readTimeout     silence between bytes, our own pauses not counted
 * @param chunkTimeout    silence between events of a stream, keep-alives and our own pauses not counted
 * @param requestTimeout  a whole answer that is not streamed
 * @param streamTimeout   a whole stream
 * @param maxEventSize    bytes of one event
 * @param maxResponseSize bytes of an answer
 */
public record CallLimits(Duration readTimeout, Duration chunkTimeout, Duration requestTimeout, Duration streamTimeout,
        int maxEventSize, long maxResponseSize) {
}
