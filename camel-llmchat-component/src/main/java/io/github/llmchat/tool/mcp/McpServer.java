package io.github.llmchat.tool.mcp;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Internal. How a server is reached. Immutable; loads nothing of the SDK.
 *
 * @param name      the user's name for it, letters, digits, {@code _} and {@code -}
 * @param transport how it is spoken to
 * @param command   what starts it, for {@link Transport#stdio}; null for others
 * @param args      the command's arguments
 * @param env       environment of the command, on top of the few variables that any process gets
 * @param url       where it is, for the others; null for {@link Transport#stdio}
 * @param headers   HTTP headers of each request
 * @param toolNames the tools that are offered, by the server's names; empty for all
 */
public record McpServer(String name, Transport transport, String command, List<String> args, Map<String, String> env, URI url,
        Map<String, String> headers, List<String> toolNames) {

    /** How a server is spoken to, as the option has it. */
    public enum Transport {
        /** A process, by its standard input and output. */
        stdio,
        /** HTTP with server-sent events, as the protocol had it first. */
        sse,
        /** HTTP, as the protocol has it now. */
        streamableHttp
    }

    /** Arguments, environment and headers may be secrets. */
    @Override
    public String toString() {
        return "McpServer[" + name + ", " + transport + "]";
    }
}
