package io.github.llmchat.tool;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.github.llmchat.model.ToolCall;

/**
 * Internal. Runs the calls of one round, one after the other or side by side, and gives their results in the order of
 * the calls. No thread waits for a tool that does not block one itself. Thread-safe.
 */
public final class ToolRun {

    /** The option behind the time that a round of calls side by side may take. */
    private static final String TIMEOUT_OPTION = "parallelToolTimeout";

    /**
     * How calls are run.
     *
     * @param tools           what can be run, by name
     * @param parallel        whether the calls of a round run side by side
     * @param parallelTimeout how long a round of them may take; zero for any time
     * @param executor        where tools start
     * @param timer           for the timeout
     * @param observer        told of each call
     */
    public record Setting(Map<String, Tool> tools, boolean parallel, Duration parallelTimeout, Executor executor,
            ToolTimer timer, ToolObserver observer) {
    }

    private final Setting setting;
    private final ToolCaller caller;
    private final Predicate<ToolResult> ends;
    private final Consumer<List<ToolResult>> done;
    private final List<RunningCall> calls;

    // guarded by this
    private int missing;
    private boolean over;
    private Runnable timeout = () -> {
    };

    private ToolRun(Setting setting, List<ToolCall> calls, ToolCaller caller, Predicate<ToolResult> ends,
                    Consumer<List<ToolResult>> done) {
        this.setting = setting;
        this.caller = caller;
        this.ends = ends;
        this.done = done;
        this.missing = calls.size();
        this.calls = IntStream.range(0, calls.size()).mapToObj(i -> new RunningCall(i, calls.get(i))).toList();
    }

    /**
     * Starts the calls, on the setting's executor.
     *
     * @param ends whether a call with this result is the last one that is run; where they run side by side the others
     *             have begun already
     * @param done gets the results, once, unless the run was abandoned before; fewer than calls if one ended the run
     */
    public static ToolRun start(
            Setting setting, List<ToolCall> calls, ToolCaller caller, Predicate<ToolResult> ends,
            Consumer<List<ToolResult>> done) {
        ToolRun run = new ToolRun(setting, calls, caller, ends, done);
        if (setting.parallel()) {
            run.startTimeout();
            run.calls.forEach(run::begin);
        } else {
            run.begin(run.calls.get(0));
        }
        return run;
    }

    /** Nobody waits for the results any more: what has not begun does not begin. */
    public void abandon() {
        synchronized (this) {
            if (over) {
                return;
            }
            close();
        }
        calls.forEach(RunningCall::giveUp);
    }

    private synchronized void startTimeout() {
        Duration limit = setting.parallelTimeout();
        if (!limit.isZero()) {
            ToolResult late = ToolResult.timedOut(TIMEOUT_OPTION + "=" + limit.toMillis());
            timeout = setting.timer().after(limit, () -> setting.executor().execute(() -> calls.forEach(call -> {
                call.giveUp();
                call.ended(late);
            })));
        }
    }

    private void begin(RunningCall call) {
        // also where one call follows another: a hundred of them must not be a hundred calls deep
        setting.executor().execute(call::start);
    }

    private void ended(RunningCall call, ToolResult result) {
        boolean last;
        synchronized (this) {
            if (over) {
                return;
            }
            missing--;
            last = missing == 0 || !setting.parallel() && ends.test(result);
            if (last) {
                close();
            }
        }
        if (last) {
            done.accept(calls.stream().map(RunningCall::result).filter(known -> known != null).toList());
        } else if (!setting.parallel()) {
            begin(calls.get(call.index + 1));
        }
    }

    /** Guarded by this. */
    private void close() {
        over = true;
        timeout.run();
    }

    /** One of the calls. */
    private final class RunningCall {

        private final int index;
        private final ToolCall call;

        // guarded by this
        private long begun = System.nanoTime();
        private Runnable giveUp;
        private boolean givenUp;
        private ToolResult result;

        RunningCall(int index, ToolCall call) {
            this.index = index;
            this.call = call;
        }

        void start() {
            synchronized (this) {
                if (result != null || givenUp) {
                    return;
                }
                begun = System.nanoTime();
            }
            Tool tool = call.name() == null ? null : setting.tools().get(call.name());
            if (tool == null) {
                ended(ToolResult.unknownTool());
                return;
            }
            try {
                started(tool.call(call, caller, setting.executor(), this::ended));
            } catch (RuntimeException | Error e) {
                // a tool does not throw; if it does all the same, the loop goes on
                ended(ToolResult.failed(e));
            }
        }

        private void started(Runnable toGiveUp) {
            synchronized (this) {
                giveUp = toGiveUp;
                if (!givenUp) {
                    return;
                }
            }
            toGiveUp.run();
        }

        void giveUp() {
            Runnable running;
            synchronized (this) {
                givenUp = true;
                running = result == null ? giveUp : null;
            }
            if (running != null) {
                running.run();
            }
        }

        void ended(ToolResult outcome) {
            Duration taken;
            synchronized (this) {
                if (result != null) {
                    return;
                }
                result = outcome;
                taken = Duration.ofNanos(System.nanoTime() - begun);
            }
            setting.observer().called(call, caller, outcome, taken);
            ToolRun.this.ended(this, outcome);
        }

        synchronized ToolResult result() {
            return result;
        }
    }
}
