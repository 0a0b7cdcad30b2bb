package io.github.llmchat.tool.mcp;

import java.util.function.Consumer;

import io.modelcontextprotocol.spec.McpClientTransport;

/** The way to a server. Thread-safe. */
@FunctionalInterface
interface Connector {

    /**
     * A new transport, not yet connected. It is closed by whoever opened it.
     *
     * @param gone told when a connection that was there is no more
     */
    McpClientTransport open(Consumer<McpFailure> gone);

    static Connector to(McpServer server, McpSettings settings) {
        return switch (server.transport()) {
            case stdio -> gone -> new StdioTransport(server, settings.waiting(), gone);
            case sse -> HttpConnector.sse(server, settings);
            case streamableHttp -> HttpConnector.streamable(server, settings);
        };
    }
}
