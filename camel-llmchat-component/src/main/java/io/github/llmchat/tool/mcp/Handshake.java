package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import io.modelcontextprotocol.spec.McpSchema;

/** The first words of a session: client and server agree on a version of the protocol. */
final class Handshake {

    private static final Map<String, String> CLIENT = Map.of("name", "camel-llmchat", "version", "0.1");

    private Handshake() {
    }

    /** {@return whether the server has tools} */
    static CompletableFuture<Boolean> of(McpSession session, Duration timeout) {
        List<String> versions = session.versions();
        Map<String, Object> params = Map.of(
                "protocolVersion", versions.get(versions.size() - 1), "capabilities", Map.of(), "clientInfo", CLIENT);
        return session.request(McpSchema.METHOD_INITIALIZE, params, timeout).thenCompose(result -> {
            String version = result.path("protocolVersion").asText();
            if (!versions.contains(version)) {
                return CompletableFuture.failedFuture(
                        new McpFailure("it speaks none of the versions " + versions + " of the protocol"));
            }
            session.speaks(version);
            JsonNode tools = result.path("capabilities").path("tools");
            return session.notify(McpSchema.METHOD_NOTIFICATION_INITIALIZED, null).thenApply(sent -> tools.isObject());
        });
    }
}
