package io.github.llmchat.benchmark.gateway;

/** What goes wrong with an answer. */
public enum Fault {
    /** Nothing: the answer comes at once. */
    NONE,
    /** Nothing, but the answer takes its time. */
    SLOW,
    /** The connection is closed in the middle of the answer. */
    CUT,
    /** The connection is reset in the middle of the answer. */
    RESET,
    /** Nothing comes, not even a head. */
    MUTE,
    /** Nothing comes any more in the middle of the answer. */
    STALL,
    /** 429 with {@code Retry-After}, then an answer. */
    BUSY,
    /** 500, always. */
    DOWN,
    /** What comes is no JSON. */
    MALFORMED
}
