package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Internal. The tools of an endpoint's MCP servers. Those of a server that can't be reached are not there; it is tried
 * again in the background, with growing pauses. Thread-safe.
 */
public final class McpToolSource implements ToolSource {

    /** Each try ends by itself, and tells why; unless the pool is too busy to begin with it. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(McpToolSource.class);

    private final List<ServerConnection> connections;
    private final Duration timeout;
    private volatile Collection<Tool> tools = List.of();

    /**
     * Does not connect yet.
     *
     * @param servers  the servers, each with a name of its own
     * @param settings what they have in common
     */
    public McpToolSource(List<McpServer> servers, McpSettings settings) {
        timeout = settings.timeout();
        connections = servers.stream().sorted(Comparator.comparing(McpServer::name))
                .map(server -> new ServerConnection(server, settings, this::changed)).toList();
    }

    @Override
    public Collection<Tool> tools() {
        return tools;
    }

    /**
     * Connects to all servers side by side, and waits until each was reached or has failed, so that the first message
     * finds the tools; {@code mcpTimeout} at most. Never throws because of a server.
     */
    @Override
    public void start() {
        CompletableFuture<?>[] tries = connections.stream().map(ServerConnection::start).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(tries).get(timeout.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Not all MCP servers have been tried yet: their tools are not offered");
        }
    }

    @Override
    public void stop() {
        connections.forEach(ServerConnection::stop);
        changed();
    }

    private synchronized void changed() {
        tools = ToolTable.of(connections);
    }
}
