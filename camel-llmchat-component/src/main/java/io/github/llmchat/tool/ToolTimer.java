package io.github.llmchat.tool;

import java.time.Duration;

/** Internal. What is to happen later. Thread-safe. */
@FunctionalInterface
public interface ToolTimer {

    /**
     * Runs a task later, on a thread that must not be blocked.
     *
     * @return cancels it
     */
    Runnable after(Duration delay, Runnable task);
}
