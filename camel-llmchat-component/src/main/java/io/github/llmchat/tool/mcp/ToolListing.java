package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.spec.McpSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a server for its tools, page by page, and takes what is wanted and is not too much. */
final class ToolListing {

    /** As many as a request to OpenAI may have. */
    static final int MOST_TOOLS = 128;
    static final int MOST_PAGES = 100;
    /** Of name, description and schema, in characters. */
    static final int LARGEST_TOOL = 64 * 1024;
    /** Of all tools of a server, which are part of each request, in characters. */
    static final int LARGEST_LIST = 512 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ToolListing.class);

    private final McpServer server;
    private final McpSession session;
    private final Duration timeout;
    private final List<RemoteTool> tools = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int size;
    private int pages;
    private int leftOut;

    private ToolListing(McpServer server, McpSession session, Duration timeout) {
        this.server = server;
        this.session = session;
        this.timeout = timeout;
    }

    static CompletableFuture<Listed> of(McpServer server, McpSession session, Duration timeout) {
        ToolListing listing = new ToolListing(server, session, timeout);
        return listing.page(null).thenApply(end -> listing.result());
    }

    private CompletableFuture<Void> page(String cursor) {
        Map<String, Object> params = cursor == null ? Map.of() : Map.of("cursor", cursor);
        return session.request(McpSchema.METHOD_TOOLS_LIST, params, timeout).thenCompose(result -> {
            result.path("tools").forEach(this::take);
            String next = result.path("nextCursor").asText("");
            return next.isEmpty() || ++pages == MOST_PAGES ? CompletableFuture.completedFuture(null) : page(next);
        });
    }

    private void take(JsonNode described) {
        RemoteTool tool = RemoteTool.of(described);
        if (tool.name().isEmpty() || !server.toolNames().isEmpty() && !server.toolNames().contains(tool.name())
                || names.contains(tool.name())) {
            return;
        }
        int length = tool.size();
        if (tools.size() == MOST_TOOLS || length > LARGEST_TOOL || size + length > LARGEST_LIST) {
            leftOut++;
            return;
        }
        size += length;
        names.add(tool.name());
        tools.add(tool);
    }

    private Listed result() {
        List<String> missing = server.toolNames().stream().filter(name -> !names.contains(name)).toList();
        return new Listed(List.copyOf(tools), leftOut, missing);
    }

    /**
     * What a server offers.
     *
     * @param tools   what is taken
     * @param leftOut how many tools were too many or too large
     * @param missing what the user wants and the server does not offer
     */
    record Listed(List<RemoteTool> tools, int leftOut, List<String> missing) {

        static final Listed NOTHING = new Listed(List.of(), 0, List.of());

        void log(String server) {
            LOG.info("MCP server '{}' offers {} tools", server, tools.size());
            if (leftOut > 0) {
                LOG.warn(
                        "MCP server '{}': {} tools are left out, {} offered. The limits are {} tools, {} characters for a tool "
                         + "and {} for all. Choose with mcpServer.{}.toolNames",
                        server, leftOut, tools.size(), MOST_TOOLS, LARGEST_TOOL, LARGEST_LIST, server);
            }
            if (!missing.isEmpty()) {
                LOG.warn("MCP server '{}' does not offer what mcpServer.{}.toolNames names: {}", server, server, missing);
            }
        }
    }
}
