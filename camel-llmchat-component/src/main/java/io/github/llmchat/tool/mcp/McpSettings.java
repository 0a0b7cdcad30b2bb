package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.github.llmchat.tool.ToolTimer;

/**
 * Internal. What all servers of an endpoint have in common. Immutable; loads nothing of the SDK.
 *
 * @param timeout   how long connecting may take, and each call
 * @param reconnect whether a server that failed or went away is tried again
 * @param refresh   how often a server that is reached by HTTP is asked for its tools again
 * @param pool      for what is short
 * @param waiting   for what blocks a thread: reading from and writing to processes
 * @param timer     for timeouts and for what is tried again later
 */
public record McpSettings(Duration timeout, boolean reconnect, Duration refresh, Executor pool, Executor waiting,
        ToolTimer timer) {

    /** {@return when an HTTP answer that nobody waits for any more is given up: after the call, never before} */
    Duration answerLimit() {
        return timeout.plusSeconds(5);
    }
}
