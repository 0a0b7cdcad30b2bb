package io.github.llmchat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolSource;
import io.github.llmchat.tool.ToolTimer;
import io.github.llmchat.tool.mcp.McpServer;
import io.github.llmchat.tool.mcp.McpSettings;
import io.github.llmchat.tool.mcp.McpToolSource;
import org.apache.camel.CamelContext;

/** The MCP servers that an endpoint's options name. Without any, no class is loaded that needs the SDK's jar. */
final class McpServers {

    private static final ToolSource NONE = List::<Tool> of;
    private static final String SDK = "io.modelcontextprotocol.spec.McpClientTransport";
    private static final String COORDINATES = "io.modelcontextprotocol.sdk:mcp-core:0.17.0";
    /** Servers that are reached by HTTP can go away unnoticed. */
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private McpServers() {
    }

    /**
     * Does not connect yet.
     *
     * @param  threads                  called if there are servers
     * @throws IllegalArgumentException if options are wrong
     * @throws IllegalStateException    if there are servers but not the SDK's jar
     */
    static ToolSource of(LlmChatConfiguration options, CamelContext context, Supplier<LlmChatThreads> threads) {
        if (options.getMcpServer().isEmpty()) {
            return NONE;
        }
        List<McpServer> servers = McpServerOptions.servers(options.getMcpServer(), context);
        if (options.getMcpTimeout() < 1) {
            throw new IllegalArgumentException(
                    "mcpTimeout=" + options.getMcpTimeout() + ": must be a duration of more than 0, such as 20s");
        }
        requireSdk();
        LlmChatThreads running = threads.get();
        return new McpToolSource(
                servers, new McpSettings(
                        Duration.ofMillis(options.getMcpTimeout()), options.isMcpReconnect(), REFRESH, running,
                        running.readers(), timer(running.timers())));
    }

    private static void requireSdk() {
        try {
            Class.forName(SDK, false, McpServers.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "mcpServer: the MCP SDK is not on the class path: add the dependency " + COORDINATES, e);
        }
    }

    private static ToolTimer timer(ScheduledExecutorService timers) {
        return (delay, task) -> {
            Future<?> later = timers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> later.cancel(false);
        };
    }
}
