package io.github.llmchat.tool.route;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.llmchat.model.ToolCall;
import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.ToolSpec;
import io.github.llmchat.tool.ToolTimer;
import org.apache.camel.Exchange;

/** A route as a tool. Any thread may call it. */
final class RouteTool implements Tool {

    private static final String GONE = "The tool is not available any more.";

    private final ToolSpec spec;
    private final LlmChatToolConsumer consumer;
    private final ArgumentReader arguments;
    private final ResultText results;
    private final CallSlots slots;
    private final Approval approval;
    private final ToolTimer timer;
    private final Duration timeout;
    private final String[] callerHeaders;

    /** @param approval null if calls need none */
    RouteTool(LlmChatToolConsumer consumer, Approval approval) {
        LlmChatToolEndpoint options = consumer.getEndpoint();
        this.consumer = consumer;
        this.approval = approval;
        this.spec = options.spec();
        this.arguments = new ArgumentReader(options.parameters());
        this.results = new ResultText(options.getCamelContext(), options.getMaxResultSize());
        this.slots = new CallSlots(options.getMaxConcurrency());
        this.timer = options.getComponent()::after;
        this.timeout = Duration.ofMillis(options.getTimeout());
        this.callerHeaders = Names.split(options.getCallerHeaders()).toArray(String[]::new);
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public Runnable call(ToolCall call, ToolCaller caller, Executor executor, Consumer<ToolResult> result) {
        ArgumentReader.Arguments read = arguments.read(call.arguments());
        if (read.values() == null || !consumer.isAvailable()) {
            result.accept(read.values() == null ? ToolResult.invalidArguments(read.violations()) : gone());
            return () -> {
            };
        }
        ToolRequest request = new ToolRequest(spec.name(), call.id(), read.values(), caller, callerHeaders);
        RouteCall running = new RouteCall(this, request, executor, result);
        running.start();
        return running::giveUp;
    }

    /**
     * Runs the route.
     *
     * @param read makes the result while the route's exchange is still valid
     * @param done gets that when the exchange is not needed any more, once
     */
    void run(ToolRequest request, Function<Exchange, ToolResult> read, Consumer<ToolResult> done) {
        if (consumer.isAvailable()) {
            consumer.run(request, read, done);
        } else {
            done.accept(gone());
        }
    }

    private static ToolResult gone() {
        return ToolResult.failed(GONE, null);
    }

    Approval approval() {
        return approval;
    }

    CallSlots slots() {
        return slots;
    }

    ResultText results() {
        return results;
    }

    ToolTimer timer() {
        return timer;
    }

    Duration timeout() {
        return timeout;
    }
}
