package io.github.llmchat.http;

import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.LimitException;

/** Counts the bytes of one answer against {@code maxResponseSize}. */
final class SizeLimit {

    private final long limit;
    private long size;

    SizeLimit(long limit) {
        this.limit = limit;
    }

    /** How many of these bytes are within the limit. */
    int fitting(int bytes) {
        return (int) Math.min(bytes, limit - size);
    }

    void add(int bytes) {
        size += bytes;
        if (size > limit) {
            throw new LimitException(
                    "The answer is larger than " + limit + " bytes; raise maxResponseSize if it may be", ErrorDetails.NONE,
                    "maxResponseSize", limit, null, null);
        }
    }
}
