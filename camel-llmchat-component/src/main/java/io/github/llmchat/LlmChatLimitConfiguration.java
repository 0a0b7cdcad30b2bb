package io.github.llmchat;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options that say how long a call may take and how much it may bring, how often it is tried, and how fast calls may
 * follow each other.
 *
 * <p>
 * Camel sets them while a component or endpoint starts; they are not to be changed afterwards.
 */
@UriParams
public abstract class LlmChatLimitConfiguration extends LlmChatConnectionConfiguration {

    @UriParam(label = "limits", javaType = "java.time.Duration", defaultValue = "300000",
              description = "How long the gateway may send no byte at all. Pauses in which we ourselves do not read are "
                            + "not counted. 0 means without limit.")
    private long readTimeout = 300_000;

    @UriParam(label = "limits", javaType = "java.time.Duration", defaultValue = "0",
              description = "How long a stream may bring no chunk, the first one included. Unlike for readTimeout, "
                            + "keep-alive comments do not count as an answer. 0 means without limit.")
    private long chunkTimeout;

    @UriParam(label = "limits", javaType = "java.time.Duration", defaultValue = "240000",
              description = "How long a whole answer that is not streamed may take, from the call's start to the last "
                            + "byte. The default is below Kafka's default max.poll.interval.ms. 0 means without limit.")
    private long requestTimeout = 240_000;

    @UriParam(label = "limits", javaType = "java.time.Duration", defaultValue = "0",
              description = "How long a whole stream may take, from the call's start to its end. 0 means without limit.")
    private long streamTimeout;

    @UriParam(label = "limits", defaultValue = "16777216",
              description = "Largest server-sent event of a stream, in bytes. A larger one fails the stream. The default "
                            + "is 16 MiB.")
    private int maxEventSize = 16 * 1024 * 1024;

    @UriParam(label = "limits", defaultValue = "67108864",
              description = "Largest answer that is held in memory, in bytes: the body of an answer that is not streamed, "
                            + "or the accumulated content of a stream. A larger one fails the call. The default is 64 MiB.")
    private int maxResponseSize = 64 * 1024 * 1024;

    @UriParam(label = "limits", defaultValue = "2",
              description = "How often a request is sent again when the gateway refuses it for a while (status 408, 409, 429, "
                            + "5xx) or the connection breaks before the first chunk or byte of an answer was there; 0 or "
                            + "more. Waits as long as the gateway says (retry-after-ms, Retry-After, x-ratelimit-reset "
                            + "headers), else longer each time.")
    private int maxRetries = 2;

    @UriParam(label = "limits", javaType = "java.time.Duration", defaultValue = "500",
              description = "How long to wait before the first retry where the gateway does not say; doubled for each further "
                            + "one, less up to a quarter at random.")
    private long retryDelay = 500;

    @UriParam(label = "limits", javaType = "java.time.Duration", defaultValue = "60000",
              description = "The longest wait before a retry. When the gateway asks for a longer one, the call fails at once "
                            + "and says so.")
    private long maxRetryDelay = 60_000;

    @UriParam(label = "limits", defaultValue = "0",
              description = "How many requests may be under way at once to this gateway with this key, over all endpoints "
                            + "with the same limits; the others wait their turn without a thread. In from(): how many requests "
                            + "of clients may be in work at once for this model; the others are refused with status 429. 0 "
                            + "means without limit.")
    private int maxConcurrentRequests;

    @UriParam(label = "limits", defaultValue = "0",
              description = "How many requests may be sent in a minute to this gateway with this key, spread evenly. 0 means "
                            + "without limit.")
    private int requestsPerMinute;

    @UriParam(label = "limits", defaultValue = "0",
              description = "How many tokens, of prompts and answers, may be used in a minute at this gateway with this key. "
                            + "They are estimated before a request is sent, and corrected by the usage in its answer. 0 means "
                            + "without limit.")
    private int tokensPerMinute;

    @UriParam(label = "limits", defaultValue = "10000",
              description = "How many requests may wait for their turn, 1 or more; one more fails at once. A wait counts into "
                            + "requestTimeout and streamTimeout.")
    private int maxPendingRequests = 10_000;

    /** {@return how long the gateway may send no byte at all, in milliseconds} */
    public long getReadTimeout() {
        return readTimeout;
    }

    /** @param readTimeout how long the gateway may send no byte at all, in milliseconds */
    public void setReadTimeout(long readTimeout) {
        this.readTimeout = readTimeout;
    }

    /** {@return how long a stream may bring no chunk, in milliseconds} */
    public long getChunkTimeout() {
        return chunkTimeout;
    }

    /** @param chunkTimeout how long a stream may bring no chunk, in milliseconds */
    public void setChunkTimeout(long chunkTimeout) {
        this.chunkTimeout = chunkTimeout;
    }

    /** {@return how long a whole answer that is not streamed may take, in milliseconds} */
    public long getRequestTimeout() {
        return requestTimeout;
    }

    /** @param requestTimeout how long a whole answer that is not streamed may take, in milliseconds */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    /** {@return how long a whole stream may take, in milliseconds} */
    public long getStreamTimeout() {
        return streamTimeout;
    }

    /** @param streamTimeout how long a whole stream may take, in milliseconds */
    public void setStreamTimeout(long streamTimeout) {
        this.streamTimeout = streamTimeout;
    }

    /** {@return the largest server-sent event that is accepted, in bytes} */
    public int getMaxEventSize() {
        return maxEventSize;
    }

    /** @param maxEventSize the largest server-sent event that is accepted, in bytes */
    public void setMaxEventSize(int maxEventSize) {
        this.maxEventSize = maxEventSize;
    }

    /** {@return the largest answer that is held in memory, in bytes} */
    public int getMaxResponseSize() {
        return maxResponseSize;
    }

    /** @param maxResponseSize the largest answer that is held in memory, in bytes */
    public void setMaxResponseSize(int maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    /** {@return how often a failed request is sent again} */
    public int getMaxRetries() {
        return maxRetries;
    }

    /** @param maxRetries how often a failed request is sent again */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    /** {@return how long to wait before the first retry, in milliseconds} */
    public long getRetryDelay() {
        return retryDelay;
    }

    /** @param retryDelay how long to wait before the first retry, in milliseconds */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    /** {@return the longest wait before a retry, in milliseconds} */
    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** @param maxRetryDelay the longest wait before a retry, in milliseconds */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    /** {@return how many requests may be under way at once, or 0} */
    public int getMaxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /** @param maxConcurrentRequests how many requests may be under way at once, or 0 */
    public void setMaxConcurrentRequests(int maxConcurrentRequests) {
        this.maxConcurrentRequests = maxConcurrentRequests;
    }

    /** {@return how many requests may be sent in a minute, or 0} */
    public int getRequestsPerMinute() {
        return requestsPerMinute;
    }

    /** @param requestsPerMinute how many requests may be sent in a minute, or 0 */
    public void setRequestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    /** {@return how many tokens may be used in a minute, or 0} */
    public int getTokensPerMinute() {
        return tokensPerMinute;
    }

    /** @param tokensPerMinute how many tokens may be used in a minute, or 0 */
    public void setTokensPerMinute(int tokensPerMinute) {
        this.tokensPerMinute = tokensPerMinute;
    }

    /** {@return how many requests may wait for their turn} */
    public int getMaxPendingRequests() {
        return maxPendingRequests;
    }

    /** @param maxPendingRequests how many requests may wait for their turn */
    public void setMaxPendingRequests(int maxPendingRequests) {
        this.maxPendingRequests = maxPendingRequests;
    }
}
