package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ServersThatComeBackAreUsedAgainTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    final McpClientSide client = new McpClientSide();

    @ParameterizedTest
    @EnumSource(names = { "sse", "streamableHttp" })
    void byHttp(Transport transport) throws Exception {
        McpToolSource source;
        int port;
        try (SdkServer server = new SdkServer(transport, 0)) {
            source = client.started(server.asTools("weather", transport));
            port = server.port;
            assertThat(McpClientSide.names(source)).containsAll(SdkServer.tools());
        }
        await().atMost(LIMIT).until(() -> source.tools().isEmpty());
        assertThat(client.log.messages()).anyMatch(line -> line.startsWith("MCP server 'weather': ")
                && line.endsWith("Its tools are not offered; it is tried again until it is there"));

        try (SdkServer server = new SdkServer(transport, port)) {
            await().atMost(LIMIT).until(() -> McpClientSide.names(source).containsAll(SdkServer.tools()));
            assertThat(client.call(source, "echo", "{\"text\":\"again\"}").text()).isEqualTo("got again");
            source.stop();
        }
    }

    @Test
    void ofProcesses() throws Exception {
        McpToolSource source = client.started(StdioServerMain.asTools("weather"));
        Tool echo = McpClientSide.tool(source, "echo");

        ToolResult died = client.call(source, "die", "{}");

        assertThat(died.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(died.text()).isEqualTo("The tool failed.");
        assertThat(died.cause()).hasMessage("MCP server 'weather': its process has ended");
        await().atMost(LIMIT).until(() -> source.tools().stream()
                .anyMatch(tool -> tool.spec().name().equals("echo") && tool != echo));
        assertThat(client.call(source, "echo", "{\"text\":\"again\"}").text()).isEqualTo("got again");
    }

    @Test
    void afterARestartOfTheRoute() throws Exception {
        McpToolSource source = client.started(StdioServerMain.asTools("weather"));
        source.stop();
        assertThat(source.tools()).isEmpty();

        source.start();

        assertThat(client.call(source, "echo", "{\"text\":\"again\"}").text()).isEqualTo("got again");
    }

    @Test
    void unlessTheyMustNotBe() throws Exception {
        McpToolSource source = client.source(McpClientSide.LONG, false, StdioServerMain.asTools("weather"));
        source.start();

        client.call(source, "die", "{}");

        await().atMost(LIMIT).until(() -> client.log.messages().stream()
                .anyMatch(
                        line -> line.equals("MCP server 'weather': its process has ended. Its tools are not offered; it is not "
                                            + "tried again (mcpReconnect=false)")));
        assertThat(source.tools()).isEmpty();
    }

    @Test
    void aToolOfBeforeSaysThatItsServerIsGone() throws Exception {
        McpToolSource source = client.source(McpClientSide.LONG, false, StdioServerMain.asTools("weather"));
        source.start();
        Tool echo = McpClientSide.tool(source, "echo");
        client.call(source, "die", "{}");
        await().atMost(LIMIT).until(() -> source.tools().isEmpty());
        BlockingQueue<ToolResult> results = new LinkedBlockingQueue<>();

        client.begin(echo, "{}", results);

        ToolResult result = results.poll(30, TimeUnit.SECONDS);
        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(result.text()).isEqualTo("The tool failed.");
        assertThat(result.cause()).hasMessage("MCP server 'weather': there is no connection now");
    }
}
