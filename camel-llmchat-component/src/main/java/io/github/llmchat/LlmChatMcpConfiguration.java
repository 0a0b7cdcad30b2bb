package io.github.llmchat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options about MCP servers, whose tools are offered to the model. */
@UriParams
public abstract class LlmChatMcpConfiguration extends LlmChatFormatConfiguration {

    @UriParam(label = "tools", secret = true, multiValue = true, prefix = "mcpServer.",
              description = "MCP servers whose tools are offered to the model, one option each: mcpServer.NAME.OPTION, such as "
                            + "mcpServer.weather.url=http://localhost:8080/mcp. Options are url, apiKey (sent as Bearer "
                            + "token), header.NAME, headers (a JSON object as text, or #bean: a Map), command, args (comma "
                            + "separated, or a JSON array), env.NAME, toolNames (comma separated: only these are offered), and "
                            + "transportType: stdio (the default with command), streamableHttp (the default with url) or sse. "
                            + "Needs the jar io.modelcontextprotocol.sdk:mcp-core.")
    private Map<String, Object> mcpServer = new LinkedHashMap<>();

    @UriParam(label = "tools", javaType = "java.time.Duration", defaultValue = "20000",
              description = "How long a call of an MCP server's tool may take, and how long the endpoint waits for its MCP "
                            + "servers when it starts. A server that is not there by then is tried again in the background. "
                            + "In milliseconds, or as text such as 20s; more than 0.")
    private long mcpTimeout = 20_000;

    @UriParam(label = "tools", defaultValue = "true",
              description = "Whether an MCP server that can't be reached, or goes away, is tried again: after a second, then "
                            + "with pauses that double up to a minute.")
    private boolean mcpReconnect = true;

    /** {@return the options of MCP servers, {@code name.option} to value} */
    public Map<String, Object> getMcpServer() {
        return mcpServer;
    }

    /** @param mcpServer the options of MCP servers, {@code name.option} to value */
    public void setMcpServer(Map<String, Object> mcpServer) {
        this.mcpServer = mcpServer;
    }

    /** {@return how long a call of a tool and connecting may take, in milliseconds} */
    public long getMcpTimeout() {
        return mcpTimeout;
    }

    /** @param mcpTimeout how long a call of a tool and connecting may take, in milliseconds */
    public void setMcpTimeout(long mcpTimeout) {
        this.mcpTimeout = mcpTimeout;
    }

    /** {@return whether servers that are not there are tried again} */
    public boolean isMcpReconnect() {
        return mcpReconnect;
    }

    /** @param mcpReconnect whether servers that are not there are tried again */
    public void setMcpReconnect(boolean mcpReconnect) {
        this.mcpReconnect = mcpReconnect;
    }
}
