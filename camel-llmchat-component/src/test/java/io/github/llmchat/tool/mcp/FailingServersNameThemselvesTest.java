package io.github.llmchat.tool.mcp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FailingServersNameThemselvesTest {

    private static final String GONE = ". Its tools are not offered; it is tried again until it is there";

    @RegisterExtension
    final ScriptedMcpServer server = new ScriptedMcpServer();
    @RegisterExtension
    final McpClientSide client = new McpClientSide();

    @Test
    void andLeaveTheOthersAlone() {
        server.tools("{'name':'good'}");

        McpToolSource source = client.started(
                server.asTools("b-good"), McpClientSide.http("a-dead", Transport.streamableHttp, "http://127.0.0.1:1/mcp"),
                McpClientSide.http("c-dead", Transport.sse, "http://127.0.0.1:1/sse"),
                McpClientSide.process("d-dead", "/no/such/command", "--token=s3cr3t"));

        assertThat(McpClientSide.names(source)).containsExactly("good");
        assertThat(client.log.messages()).contains(
                "MCP server 'a-dead': no connection" + GONE, "MCP server 'c-dead': no connection" + GONE,
                "MCP server 'd-dead': its command can't be started. Is it installed, and on the PATH?" + GONE,
                "MCP server 'b-good' offers 1 tools");
        assertThat(String.join("\n", client.log.messagesAndTraces())).doesNotContain("s3cr3t", "no/such");
    }

    @Test
    void byStatusAndNotByWhatTheySay() {
        server.status = 401;

        McpToolSource source = client.started(new McpServer(
                "closed", Transport.streamableHttp, null, List.of(), Map.of(), URI.create(server.url()),
                Map.of("Authorization", "Bearer s3cr3t"), List.of()));

        assertThat(source.tools()).isEmpty();
        assertThat(client.log.messages()).containsOnlyOnce("MCP server 'closed': it answered with HTTP status 401" + GONE);
        assertThat(String.join("\n", client.log.messagesAndTraces())).doesNotContain("s3cr3t");
        assertThat(server.headers.get(0)).containsEntry("Authorization", List.of("Bearer s3cr3t"));
    }

    @Test
    void withProcessesThatEndAtOnce() {
        String java = ProcessHandle.current().info().command().orElseThrow();

        McpToolSource source = client.started(McpClientSide.process("short", java, "-version"));

        assertThat(source.tools()).isEmpty();
        assertThat(client.log.messages()).contains("MCP server 'short': its process has ended" + GONE);
    }

    @Test
    void andTheirVersionIfThatIsTheReason() {
        server.answer("initialize", request -> ScriptedMcpServer.json("{'protocolVersion':'1999-01-01','capabilities':{}}"));

        assertThat(client.started(server.asTools("old")).tools()).isEmpty();

        assertThat(client.log.messages()).anyMatch(
                line -> line.startsWith("MCP server 'old': it speaks none of the versions [") && line.endsWith(GONE));
    }

    @Test
    void serversThatAreLateAreNotWaitedForButUsedLater() throws Exception {
        server.tools("{'name':'late'}");
        CountDownLatch go = new CountDownLatch(1);
        server.answer("initialize", request -> {
            awaitQuietly(go);
            return ScriptedMcpServer.json("{'protocolVersion':'2025-06-18','capabilities':{'tools':{}}}");
        });
        McpToolSource source = client.source(Duration.ofSeconds(3), true, server.asTools("slow"));

        source.start();

        assertThat(source.tools()).isEmpty();
        assertThat(client.log.messages()).contains("MCP server 'slow': it was not ready within mcpTimeout=3000" + GONE);
        server.answer("initialize",
                request -> ScriptedMcpServer.json("{'protocolVersion':'2025-06-18','capabilities':{'tools':{}}}"));
        go.countDown();
        await().atMost(Duration.ofSeconds(90)).until(() -> !source.tools().isEmpty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
