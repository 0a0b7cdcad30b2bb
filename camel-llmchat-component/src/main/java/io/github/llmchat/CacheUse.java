package io.github.llmchat;

import java.util.Arrays;

import org.apache.camel.Message;

/**
 * How one exchange uses the cache of completions, over all its requests, and whether it had to pay. Thread-safe.
 */
final class CacheUse {

    private final LlmChatCacheMode mode;
    private final String namespace;
    private volatile boolean hit;
    private volatile boolean paid;

    private CacheUse(LlmChatCacheMode mode, String namespace) {
        this.mode = mode;
        this.namespace = namespace;
    }

    /**
     * @return                          null if the endpoint has no cache
     * @throws IllegalArgumentException if the header has a mode that there is not
     */
    static CacheUse of(Message message, LlmChatConfiguration options) {
        if (options.getCompletionCache() == null) {
            return null;
        }
        String own = message.getHeader(LlmChatConstants.CACHE_NAMESPACE, String.class);
        String namespace = own == null || own.isBlank() ? options.getCacheNamespace() : own;
        return new CacheUse(mode(message, options), namespace == null || namespace.isBlank() ? null : namespace);
    }

    private static LlmChatCacheMode mode(Message message, LlmChatConfiguration options) {
        Object header = ValueType.plain(message.getHeader(LlmChatConstants.CACHE_MODE));
        if (header == null || "".equals(header)) {
            return options.getCacheMode();
        }
        return Arrays.stream(LlmChatCacheMode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(header.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "cacheMode (header " + LlmChatConstants.CACHE_MODE + ") is '" + RequestField.shown(header)
                                                                + "', allowed is use, refresh, bypass"));
    }

    boolean reads() {
        return mode == LlmChatCacheMode.use;
    }

    boolean writes() {
        return mode != LlmChatCacheMode.bypass;
    }

    /** Null if entries belong to the key. */
    String namespace() {
        return namespace;
    }

    /** A request got its answer, from the cache or from the gateway. */
    void answered(boolean fromCache) {
        hit |= fromCache;
        paid |= !fromCache;
    }

    /** Whether there are answers, all of them from the cache. */
    boolean nothingPaid() {
        return hit && !paid;
    }
}
