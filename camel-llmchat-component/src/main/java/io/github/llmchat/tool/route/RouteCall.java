package io.github.llmchat.tool.route;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.github.llmchat.tool.ToolResult;
import org.apache.camel.Exchange;

/** One call of a tool: approved, waiting for its turn, run, or given up on the way. It ends exactly once. */
final class RouteCall {

    private static final Runnable NOTHING = () -> {
    };

    private final RouteTool tool;
    private final ToolRequest request;
    private final Executor executor;
    private final Consumer<ToolResult> result;
    private final Runnable turn = () -> onExecutor(this::run);

    // guarded by this
    private Stage stage = Stage.NEW;
    private Runnable timer = NOTHING;

    private enum Stage {
        NEW,
        APPROVAL,
        RUN,
        OVER
    }

    RouteCall(RouteTool tool, ToolRequest request, Executor executor, Consumer<ToolResult> result) {
        this.tool = tool;
        this.request = request;
        this.executor = executor;
        this.result = result;
    }

    void start() {
        if (tool.approval() == null) {
            if (awaitTurn(Stage.NEW)) {
                run();
            }
        } else if (enter(Stage.NEW, Stage.APPROVAL, ToolResult.refused("nobody answered in time"))) {
            tool.approval().ask(request, this::answered);
        }
    }

    private void answered(ToolResult refusal) {
        if (refusal != null) {
            finish(Stage.APPROVAL, refusal);
        } else if (awaitTurn(Stage.APPROVAL)) {
            // whoever approves may do so on a thread that is needed elsewhere
            turn.run();
        }
    }

    private boolean awaitTurn(Stage before) {
        ToolResult late = ToolResult.timedOut("timeout=" + tool.timeout().toMillis() + " of the tool");
        return enter(before, Stage.RUN, late) && tool.slots().take(turn);
    }

    /** Has a slot, and gives it back when the route has really ended. */
    private void run() {
        if (isOver()) {
            tool.slots().release();
        } else {
            tool.run(request, this::read, outcome -> {
                tool.slots().release();
                finish(Stage.RUN, outcome);
            });
        }
    }

    private ToolResult read(Exchange ended) {
        if (isOver()) {
            ResultText.discard(ended);
            return null;
        }
        return tool.results().of(ended);
    }

    /** Nobody waits any more. A route that runs goes on; one that does not run never will. */
    void giveUp() {
        synchronized (this) {
            end();
        }
        tool.slots().leave(turn);
    }

    /** Each stage may take the tool's timeout: an approval that came late leaves the route its time. */
    private synchronized boolean enter(Stage before, Stage next, ToolResult late) {
        if (stage != before) {
            return false;
        }
        timer.run();
        stage = next;
        timer = tool.timeout().isZero()
                ? NOTHING : tool.timer().after(tool.timeout(), () -> onExecutor(() -> finish(next, late)));
        return true;
    }

    private void finish(Stage expected, ToolResult outcome) {
        synchronized (this) {
            if (stage != expected) {
                return;
            }
            end();
        }
        tool.slots().leave(turn);
        result.accept(outcome);
    }

    /** Guarded by this. */
    private void end() {
        stage = Stage.OVER;
        timer.run();
    }

    private synchronized boolean isOver() {
        return stage == Stage.OVER;
    }

    private void onExecutor(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // everything is stopping: a call that ends on the wrong thread is better than one that never does
            task.run();
        }
    }
}
