package io.github.llmchat;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Options that say how long a call may take and how much it may bring.
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
}
