package io.github.llmchat.scenario.toolroute;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.route.ToolRegistry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls tools as an endpoint's loop does, without a model that asks for them. */
abstract class ToolScenario extends CamelTestSupport {

    /** Far more than anything takes, far less than a hang. */
    static final long LIMIT_SECONDS = 30;

    private final ExecutorService executor = Executors.newCachedThreadPool(task -> new Thread(task, "tool-caller"));

    @AfterEach
    void stopThreads() {
        executor.shutdownNow();
    }

    Tool tool(String name) {
        return ToolRegistry.of(context).tools(Set.of("*")).stream().filter(tool -> tool.spec().name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no tool " + name));
    }

    boolean isKnown(String name) {
        return ToolRegistry.of(context).tools(Set.of("*")).stream().anyMatch(tool -> tool.spec().name().equals(name));
    }

    RunningToolCall begin(String name, String arguments, Map<String, Object> callerHeaders) {
        RunningToolCall running = new RunningToolCall();
        begin(running, name, arguments, callerHeaders);
        return running;
    }

    void begin(RunningToolCall running, String name, String arguments, Map<String, Object> callerHeaders) {
        ToolCaller caller = new ToolCaller("caller-1", callerHeaders);
        running.giveUp(tool(name).call(toolCall(name, arguments), caller, executor, running));
    }

    RunningToolCall begin(String name, String arguments) {
        return begin(name, arguments, Map.of());
    }

    ToolResult call(String name, String arguments) {
        return begin(name, arguments).result();
    }

    String answer(String name, String arguments) {
        ToolResult result = call(name, arguments);
        assertThat(result.outcome()).as(result.text()).isEqualTo(ToolCallOutcome.SUCCESS);
        return result.text();
    }

    /** A route's own thread must not wait for another route's end: Camel runs the two one after the other there. */
    <T> T elsewhere(Callable<T> task) throws Exception {
        return executor.submit(task).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    Future<?> onOtherThread(Runnable task) {
        return executor.submit(task);
    }

    static ToolCall toolCall(String name, String arguments) {
        ObjectNode message = Json.object().put("role", "assistant");
        message.putArray("tool_calls").addObject().put("id", "call_1").put("type", "function").putObject("function")
                .put("name", name).put("arguments", arguments);
        return ChatMessage.fromJson(Json.text(message)).toolCalls().get(0);
    }

    static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).as("in time").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
