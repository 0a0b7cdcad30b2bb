package io.github.llmchat.cache;

/**
 * Keeps completions by the fingerprint of the request that they answer: the bean that the option
 * {@code completionCache} names. {@link MemoryCompletionCache} and {@link JdbcCompletionCache} are two; an
 * implementation over another store needs these two methods.
 *
 * <p>
 * Both may block: they are called on a pool of the component's for caches only, by several threads at once. A call that
 * throws, or takes longer than the option {@code cacheTimeout}, fails no exchange: the exchange goes on without the
 * cache, and the cache is left alone for ten seconds. Whoever made a cache closes what it needs; the component only
 * uses it.
 */
public interface CompletionCache {

    /**
     * Looks a completion up.
     *
     * @param  fingerprint of the request: 64 hexadecimal digits, from which nothing of the request can be read
     * @return             the JSON that was kept; null if there is none, or its time is over
     * @throws Exception   if that can't be found out
     */
    String get(String fingerprint) throws Exception;

    /**
     * Keeps a completion, in the place of the one that may be there. A cache need not keep what it is given, for
     * instance because it is too large.
     *
     * @param  fingerprint of the request
     * @param  completion  a JSON object: what a model said, in plain text
     * @throws Exception   if it could not be kept
     */
    void put(String fingerprint, String completion) throws Exception;
}
