package io.github.llmchat.benchmark.serving;

/** Where the client connects to. */
enum Side {
    /** The gateway. */
    direct,
    /** The route before the gateway. */
    passThrough
}
