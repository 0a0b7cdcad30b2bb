package io.github.llmchat.tool;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.github.llmchat.model.ToolCall;

/** Internal. A tool that can be run. Thread-safe. */
public interface Tool {

    /** {@return what a model is told about it} */
    ToolSpec spec();

    /**
     * Starts a call, on a thread that may be blocked for a while, and does not wait for its end where the tool itself
     * does not.
     *
     * @param  call     what the model wants; everything in it is the model's word, nothing is checked yet
     * @param  caller   on whose behalf
     * @param  executor for what must not run on a timer's or foreign thread
     * @param  result   gets the result exactly once, on any thread, perhaps before this method returns; not called
     *                  after the returned action has been run, or once more at most, in a race with it
     * @return          gives the call up: nobody waits for its result any more. Idempotent, does not block
     */
    Runnable call(ToolCall call, ToolCaller caller, Executor executor, Consumer<ToolResult> result);
}
