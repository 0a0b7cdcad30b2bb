package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.llmchat.tool.mcp.ScriptedMcpServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SlowCallsAreGivenUpTest {

    @RegisterExtension
    final ScriptedMcpServer server = new ScriptedMcpServer();
    @RegisterExtension
    final McpClientSide client = new McpClientSide();
    private final BlockingQueue<ToolResult> results = new LinkedBlockingQueue<>();

    @BeforeEach
    void noAnswer() {
        server.tools("{'name':'slow'}", "{'name':'quick'}");
        server.answer("tools/call",
                request -> request.path("params").path("name").asText().equals("slow") ? null : json("{}"));
    }

    @Test
    void afterTheTimeoutAndTheServerIsTold() throws Exception {
        McpToolSource source = client.source(Duration.ofSeconds(3), true, server.asTools("s"));
        source.start();

        ToolResult got = client.call(source, "slow", "{}");

        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.TIMED_OUT);
        assertThat(got.text()).isEqualTo("The tool gave no result in time (mcpTimeout=3000).");
        assertThat(cancelled()).isEqualTo(called());
        assertThat(client.call(source, "quick", "{}").outcome()).isEqualTo(ToolCallOutcome.SUCCESS);
    }

    @Test
    void whenNobodyWaitsAnyMoreAndTheServerIsTold() throws Exception {
        McpToolSource source = client.started(server.asTools("s"));
        Runnable giveUp = client.begin(McpClientSide.tool(source, "slow"), "{}", results);
        String id = called();

        giveUp.run();
        giveUp.run();

        assertThat(cancelled()).isEqualTo(id);
        assertThat(results).isEmpty();
    }

    @Test
    void withTheConnection() throws Exception {
        McpToolSource source = client.started(server.asTools("s"));
        client.begin(McpClientSide.tool(source, "slow"), "{}", results);
        called();

        source.stop();

        ToolResult got = results.poll(30, TimeUnit.SECONDS);
        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(got.cause()).hasMessage("MCP server 's': the connection was closed");
    }

    private String called() {
        return next("tools/call").path("id").asText();
    }

    private String cancelled() {
        return next("notifications/cancelled").path("params").path("requestId").asText();
    }

    private JsonNode next(String method) {
        return await().atMost(McpClientSide.LONG).until(
                () -> server.received.stream().filter(request -> request.path("method").asText().equals(method)).findFirst(),
                Optional::isPresent).orElseThrow();
    }
}
