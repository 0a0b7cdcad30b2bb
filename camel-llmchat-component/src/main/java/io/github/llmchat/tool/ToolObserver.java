package io.github.llmchat.tool;

import java.time.Duration;

import io.github.llmchat.model.ToolCall;

/** Internal. Told of every call that a model asked for, run or not, when its outcome is known. */
@FunctionalInterface
public interface ToolObserver {

    /**
     * @param call     what the model wanted
     * @param caller   on whose behalf
     * @param result   what became of it
     * @param duration how long that took
     */
    void called(ToolCall call, ToolCaller caller, ToolResult result, Duration duration);
}
