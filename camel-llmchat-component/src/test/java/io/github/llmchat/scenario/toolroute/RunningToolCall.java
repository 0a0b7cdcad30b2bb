package io.github.llmchat.scenario.toolroute;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.llmchat.tool.ToolResult;
import org.awaitility.Awaitility;

import static java.util.concurrent.TimeUnit.SECONDS;

/** A call that was begun, and what came of it. */
final class RunningToolCall implements Consumer<ToolResult> {

    private final List<ToolResult> results = new CopyOnWriteArrayList<>();
    private Runnable giveUp;

    @Override
    public void accept(ToolResult result) {
        results.add(result);
    }

    void giveUp(Runnable action) {
        giveUp = action;
    }

    void giveUp() {
        giveUp.run();
    }

    /** Waits for it. */
    ToolResult result() {
        Awaitility.await().atMost(ToolScenario.LIMIT_SECONDS, SECONDS).until(() -> !results.isEmpty());
        return results.get(0);
    }

    /** All that came: more than one is a defect. */
    List<ToolResult> results() {
        return results;
    }
}
