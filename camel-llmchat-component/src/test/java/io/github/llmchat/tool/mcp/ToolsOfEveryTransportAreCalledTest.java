package io.github.llmchat.tool.mcp;

import java.util.Map;

import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsOfEveryTransportAreCalledTest {

    @RegisterExtension
    final McpClientSide client = new McpClientSide();

    @ParameterizedTest
    @EnumSource(names = { "sse", "streamableHttp" })
    void byHttp(Transport transport) throws Exception {
        try (SdkServer server = new SdkServer(transport, 0)) {
            McpToolSource source = client.started(server.asTools("test", transport));

            assertWorks(source);
            source.stop();
            assertThat(source.tools()).isEmpty();
        }
    }

    @Test
    void ofProcesses() throws Exception {
        McpToolSource source = client.started(StdioServerMain.asTools("test"));

        assertWorks(source);
        source.stop();
        assertThat(source.tools()).isEmpty();
    }

    @Test
    void processesGetNoneOfOurEnvironmentButWhatIsHarmless() throws Exception {
        McpServer plain = StdioServerMain.asTools("test");
        McpToolSource source = client.started(new McpServer(
                "test", Transport.stdio, plain.command(), plain.args(), Map.of("OWN_VARIABLE", "1"), null, Map.of(),
                plain.toolNames()));

        String environment = client.call(source, "environment", "{}").text();

        assertThat(environment).contains("OWN_VARIABLE");
        assertThat(environment.replaceAll("[\\[\\] ]", "").split(","))
                .isSubsetOf("OWN_VARIABLE", "HOME", "LOGNAME", "PATH", "SHELL", "TERM", "USER", "APPDATA", "HOMEDRIVE",
                        "HOMEPATH",
                        "LOCALAPPDATA", "PROCESSOR_ARCHITECTURE", "SYSTEMDRIVE", "SYSTEMROOT", "TEMP", "USERNAME",
                        "USERPROFILE");
    }

    private void assertWorks(McpToolSource source) throws InterruptedException {
        assertThat(McpClientSide.names(source)).containsAll(SdkServer.tools());
        assertThat(McpClientSide.tool(source, "echo").spec().definition().path("function").path("description").asText())
                .isEqualTo("does echo");
        ToolResult echo = client.call(source, "echo", "{\"text\":\"Grüße, 世界\"}");
        assertThat(echo.outcome()).isEqualTo(ToolCallOutcome.SUCCESS);
        assertThat(echo.text()).isEqualTo("got Grüße, 世界");
        ToolResult fail = client.call(source, "fail", "{}");
        assertThat(fail.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(fail.text()).isEqualTo("no such city");
        assertThat(fail.cause()).hasMessage("MCP server 'test': the tool said that it failed");
    }
}
