package io.github.llmchat.tool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.ToolCallOutcome;
import org.junit.jupiter.api.Test;

import static io.github.llmchat.tool.Rounds.calls;
import static io.github.llmchat.tool.Rounds.specs;
import static org.assertj.core.api.Assertions.assertThat;

/** With an executor and a clock of the test's own: what runs when is the test's choice. */
class ToolRunTest {

    private static final ToolCaller CALLER = new ToolCaller("caller", Map.of());

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Runnable> timers = new ArrayList<>();
    private final Map<String, Consumer<ToolResult>> started = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final List<String> observed = new ArrayList<>();
    private final List<List<ToolResult>> done = new ArrayList<>();

    @Test
    void oneAfterTheOtherUnlessAskedOtherwise() {
        start(false, calls(1, "one", "two").toolCalls());

        assertThat(order).containsExactly("one-0");
        finish("one-0", "a");
        assertThat(order).containsExactly("one-0", "two-1");
        finish("two-1", "b");

        assertThat(texts()).containsExactly("a", "b");
        assertThat(observed).containsExactly("one-0 SUCCESS", "two-1 SUCCESS");
    }

    @Test
    void sideBySideInAnyOrderAndTheResultsInThatOfTheCalls() {
        start(true, calls(1, "one", "two", "one").toolCalls());

        assertThat(order).containsExactly("one-0", "two-1", "one-2");
        finish("one-2", "c");
        finish("one-0", "a");
        assertThat(done).isEmpty();
        finish("two-1", "b");

        assertThat(texts()).containsExactly("a", "b", "c");
    }

    @Test
    void aResultCountsOnce() {
        start(true, calls(1, "one", "two").toolCalls());

        finish("one-0", "a");
        finish("one-0", "again");
        finish("two-1", "b");
        finish("two-1", "again");

        assertThat(texts()).containsExactly("a", "b");
        assertThat(observed).hasSize(2);
    }

    @Test
    void whatIsUnknownIsAResult() {
        start(false, calls(1, "no_such", "one").toolCalls());
        finish("one-1", "a");

        assertThat(done.get(0)).extracting(ToolResult::outcome)
                .containsExactly(ToolCallOutcome.UNKNOWN_TOOL, ToolCallOutcome.SUCCESS);
        assertThat(observed).contains("no_such-0 UNKNOWN_TOOL");
    }

    @Test
    void aToolThatThrowsHasFailed() {
        start(false, calls(1, "throws").toolCalls());

        assertThat(done.get(0).get(0).outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(done.get(0).get(0).cause()).hasMessage("broken");
    }

    @Test
    void whatComesAfterACallThatEndsItIsNotRun() {
        start(false, calls(1, "one", "two").toolCalls());

        started.get("one-0").accept(ToolResult.failed(null));
        runTasks();

        assertThat(order).containsExactly("one-0");
        assertThat(done).hasSize(1);
        assertThat(done.get(0)).hasSize(1);
    }

    @Test
    void whatRunsSideBySideIsWaitedFor() {
        start(true, calls(1, "one", "two").toolCalls());

        started.get("one-0").accept(ToolResult.failed(null));
        assertThat(done).isEmpty();
        finish("two-1", "b");

        assertThat(done.get(0)).hasSize(2);
    }

    @Test
    void theTimeOfARoundEnds() {
        start(true, calls(1, "one", "two", "one").toolCalls());
        finish("two-1", "b");

        timers.get(0).run();
        runTasks();

        assertThat(done.get(0)).extracting(ToolResult::outcome)
                .containsExactly(ToolCallOutcome.TIMED_OUT, ToolCallOutcome.SUCCESS, ToolCallOutcome.TIMED_OUT);
        assertThat(done.get(0).get(0).text()).contains("parallelToolTimeout=1000");
        assertThat(givenUp).containsExactlyInAnyOrder("one-0", "one-2");
        finish("one-0", "late");
        assertThat(done).hasSize(1);
    }

    @Test
    void abandonedCallsAreGivenUpAndNoneBegins() {
        start(false, calls(1, "one", "two").toolCalls()).abandon();
        runTasks();

        assertThat(givenUp).containsExactly("one-0");
        finish("one-0", "late");
        assertThat(order).containsExactly("one-0");
        assertThat(done).isEmpty();
    }

    @Test
    void whatWasAbandonedBeforeItBeganDoesNotBegin() {
        ToolRun run
                = ToolRun.start(setting(true, tasks::add), calls(1, "one", "two").toolCalls(), CALLER, r -> false, done::add);
        run.abandon();
        runTasks();

        assertThat(order).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void manyCallsThatEndAtOnceAreNotNested() {
        String[] names = new String[1_000];
        java.util.Arrays.fill(names, "quick");

        start(false, calls(1, names).toolCalls());

        assertThat(done.get(0)).hasSize(1_000);
    }

    private ToolRun start(boolean parallel, List<ToolCall> calls) {
        ToolRun run = ToolRun.start(setting(parallel, tasks::add), calls, CALLER, result -> !result.succeeded()
                && result.outcome() == ToolCallOutcome.FAILED, done::add);
        runTasks();
        return run;
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void finish(String id, String text) {
        started.get(id).accept(ToolResult.success(text));
        runTasks();
    }

    private List<String> texts() {
        assertThat(done).hasSize(1);
        return done.get(0).stream().map(ToolResult::text).toList();
    }

    private ToolRun.Setting setting(boolean parallel, Executor executor) {
        Map<String, Tool> tools = new HashMap<>();
        specs("one", "two", "throws", "quick").forEach((name, spec) -> tools.put(name, new Recorded(spec)));
        return new ToolRun.Setting(tools, parallel, Duration.ofSeconds(1), executor, (delay, task) -> {
            timers.add(task);
            return () -> timers.remove(task);
        }, (call, caller, result, duration) -> observed.add(call.id() + " " + result.outcome()));
    }

    private final class Recorded implements Tool {

        private final ToolSpec spec;

        Recorded(ToolSpec spec) {
            this.spec = spec;
        }

        @Override
        public ToolSpec spec() {
            return spec;
        }

        @Override
        public Runnable call(ToolCall call, ToolCaller caller, Executor executor, Consumer<ToolResult> result) {
            if (spec.name().equals("throws")) {
                throw new IllegalStateException("broken");
            }
            order.add(call.id());
            started.put(call.id(), result);
            if (spec.name().equals("quick")) {
                result.accept(ToolResult.success(""));
            }
            return () -> givenUp.add(call.id());
        }
    }
}
