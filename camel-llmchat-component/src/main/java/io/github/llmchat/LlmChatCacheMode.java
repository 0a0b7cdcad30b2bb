package io.github.llmchat;

/**
 * How a call uses the endpoint's cache of completions. The constants are spelt as the option {@code cacheMode} takes
 * them.
 */
public enum LlmChatCacheMode {

    /** A completion that is there is the answer; one that is not there is kept when the gateway has given it. */
    use,

    /** The gateway is asked, and what it answers is kept in the place of what is there. */
    refresh,

    /** The cache is neither looked into nor written. */
    bypass
}
