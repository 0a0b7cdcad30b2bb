package io.github.llmchat;

import io.github.llmchat.cache.CompletionCache;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options about completions that are kept, so that the same request is not paid for twice. */
@UriParams
public abstract class LlmChatCacheConfiguration extends LlmChatToolConfiguration {

    @UriParam(label = "cache",
              description = "The bean that keeps completions, such as #bean:completions, an "
                            + "io.github.llmchat.cache.CompletionCache. A request that it has a completion for is not sent. "
                            + "None unless set: a bean of that type is not looked for.")
    private CompletionCache completionCache;

    @UriParam(label = "cache", defaultValue = "use",
              description = "How completionCache is used: use (look the request up, keep the answer), refresh (ask the gateway "
                            + "anyway, keep the answer) or bypass (neither). The header CamelLlmChatCacheMode overrides it.")
    private LlmChatCacheMode cacheMode = LlmChatCacheMode.use;

    @UriParam(label = "cache",
              description = "Whose completions are used: those of the same namespace, whatever the API key. Unless set, those "
                            + "that were paid for with the same key. The header CamelLlmChatCacheNamespace overrides it.")
    private String cacheNamespace;

    @UriParam(label = "cache", defaultValue = "5000", javaType = "java.time.Duration",
              description = "How long completionCache is waited for, when a request is looked up and when an answer is kept. "
                            + "Then the call goes on without it, and the cache is left alone for 10 seconds. 0 for no limit.")
    private long cacheTimeout = 5_000;

    /** {@return the bean that keeps completions, or null} */
    public CompletionCache getCompletionCache() {
        return completionCache;
    }

    /** @param completionCache the bean that keeps completions, or null */
    public void setCompletionCache(CompletionCache completionCache) {
        this.completionCache = completionCache;
    }

    /** {@return how the cache is used} */
    public LlmChatCacheMode getCacheMode() {
        return cacheMode;
    }

    /** @param cacheMode how the cache is used */
    public void setCacheMode(LlmChatCacheMode cacheMode) {
        this.cacheMode = cacheMode;
    }

    /** {@return whose completions are used, or null for those of the same key} */
    public String getCacheNamespace() {
        return cacheNamespace;
    }

    /** @param cacheNamespace whose completions are used, or null for those of the same key */
    public void setCacheNamespace(String cacheNamespace) {
        this.cacheNamespace = cacheNamespace;
    }

    /** {@return how long the cache is waited for, in milliseconds; 0 for no limit} */
    public long getCacheTimeout() {
        return cacheTimeout;
    }

    /** @param cacheTimeout how long the cache is waited for, in milliseconds; 0 for no limit */
    public void setCacheTimeout(long cacheTimeout) {
        this.cacheTimeout = cacheTimeout;
    }
}
