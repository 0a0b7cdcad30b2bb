package io.github.llmchat.tool.mcp;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names by which models call the tools of all servers. A server may name a tool anything; models can't call
 * anything, and two tools of one name can't be told apart.
 */
final class ToolTable {

    private static final Logger LOG = LoggerFactory.getLogger(ToolTable.class);
    private static final int LONGEST_NAME = 64;

    private final Map<String, Tool> tools = new LinkedHashMap<>();

    private ToolTable() {
    }

    /** @param connections in the order in which they choose names */
    static Collection<Tool> of(List<ServerConnection> connections) {
        ToolTable table = new ToolTable();
        for (ServerConnection connection : connections) {
            // what has a good name keeps it, whatever else of this server would be called so
            connection.tools().stream()
                    .sorted(Comparator.comparing(tool -> !ToolSpec.isName(tool.name())))
                    .forEach(tool -> table.add(connection, tool));
        }
        return List.copyOf(table.tools.values());
    }

    private void add(ServerConnection connection, RemoteTool tool) {
        String server = connection.server().name();
        String name = callable(tool.name());
        if (tools.containsKey(name)) {
            name = callable(server + "_" + tool.name());
        }
        if (tools.containsKey(name)) {
            LOG.warn("MCP server '{}': a tool is left out because there is another one of the name {}", server, name);
        } else {
            tools.put(name, new McpTool(connection, tool, name));
        }
    }

    /** Also what may be logged of it. */
    private static String callable(String name) {
        String allowed = name.replaceAll("[^a-zA-Z0-9_-]", "_");
        return allowed.length() <= LONGEST_NAME ? allowed : allowed.substring(0, LONGEST_NAME);
    }
}
