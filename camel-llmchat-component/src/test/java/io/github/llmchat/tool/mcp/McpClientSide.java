package io.github.llmchat.tool.mcp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.ChatMessage;
import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCall;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.ToolTimer;
import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sources of tools as an endpoint would have them, what is called in them, and what is logged. */
final class McpClientSide implements BeforeEachCallback, AfterEachCallback {

    static final Duration LONG = Duration.ofSeconds(30);

    final LogLines log = new LogLines("io.github.llmchat.tool.mcp", Level.INFO);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final List<McpToolSource> sources = new ArrayList<>();

    /** Refreshed often, so that no test waits for a minute. */
    McpToolSource source(Duration timeout, boolean reconnect, McpServer... servers) {
        return source(timeout, reconnect, Duration.ofMillis(200), servers);
    }

    McpToolSource source(Duration timeout, boolean reconnect, Duration refresh, McpServer... servers) {
        ToolTimer timer = (delay, task) -> {
            Future<?> later = timers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> later.cancel(false);
        };
        McpToolSource source = new McpToolSource(
                List.of(servers), new McpSettings(timeout, reconnect, refresh, pool, pool, timer));
        sources.add(source);
        return source;
    }

    McpToolSource started(McpServer... servers) {
        McpToolSource source = source(LONG, true, servers);
        source.start();
        return source;
    }

    static McpServer http(String name, Transport transport, String url, String... toolNames) {
        return new McpServer(name, transport, null, List.of(), Map.of(), URI.create(url), Map.of(), List.of(toolNames));
    }

    static McpServer process(String name, String command, String... args) {
        return new McpServer(name, Transport.stdio, command, List.of(args), Map.of(), null, Map.of(), List.of());
    }

    static List<String> names(McpToolSource source) {
        return source.tools().stream().map(tool -> tool.spec().name()).toList();
    }

    /** Waits for it: a process may take longer to start than it has time, and is then tried again. */
    static Tool tool(McpToolSource source, String name) {
        return await().atMost(Duration.ofSeconds(90)).until(
                () -> source.tools().stream().filter(tool -> tool.spec().name().equals(name)).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    ToolResult call(McpToolSource source, String name, String arguments) throws InterruptedException {
        BlockingQueue<ToolResult> results = new LinkedBlockingQueue<>();
        begin(tool(source, name), arguments, results);
        ToolResult result = results.poll(60, TimeUnit.SECONDS);
        assertThat(result).as("result of " + name).isNotNull();
        return result;
    }

    Runnable begin(Tool tool, String arguments, BlockingQueue<ToolResult> results) {
        return tool.call(wish(tool.spec().name(), arguments), new ToolCaller("exchange-1", Map.of()), pool, results::add);
    }

    private static ToolCall wish(String name, String arguments) {
        ObjectNode message = Json.object().put("role", "assistant");
        message.putArray("tool_calls").addObject().put("id", "call-1").put("type", "function").putObject("function")
                .put("name", name).put("arguments", arguments);
        return ChatMessage.fromJson(Json.text(message)).toolCalls().get(0);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        log.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        sources.forEach(McpToolSource::stop);
        log.stop();
        timers.shutdownNow();
        pool.shutdownNow();
    }
}
