package io.github.llmchat.sse;

/**
 * The data of one event, or the value of one line, is larger than the parser may hold. The message names the limit and
 * the size that had been reached, and nothing of the content.
 */
public final class SseLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int limit;

    SseLimitException(long size, int limit) {
        super("Server-sent event of at least " + size + " bytes, but the limit is " + limit + " bytes");
        this.limit = limit;
    }

    /**
     * The limit that was exceeded.
     *
     * @return the limit, in bytes
     */
    public int limit() {
        return limit;
    }
}
