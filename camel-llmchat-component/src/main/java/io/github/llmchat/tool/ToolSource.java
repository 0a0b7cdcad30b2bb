package io.github.llmchat.tool;

import java.util.Collection;

/** Internal. Where an endpoint's tools come from. Thread-safe. */
public interface ToolSource {

    /** {@return the tools that can be called now; does not wait for a network} */
    Collection<Tool> tools();

    /**
     * Called when the endpoint's producer starts. A source that can't be reached says so in the log, and tries again.
     */
    default void start() {
        // nothing to start
    }

    /** Called when the endpoint's producer stops. */
    default void stop() {
        // nothing to stop
    }
}
