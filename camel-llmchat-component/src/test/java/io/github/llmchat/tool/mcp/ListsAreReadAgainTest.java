package io.github.llmchat.tool.mcp;

import java.time.Duration;

import io.github.llmchat.tool.mcp.McpServer.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ListsAreReadAgainTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    final ScriptedMcpServer scripted = new ScriptedMcpServer();
    @RegisterExtension
    final McpClientSide client = new McpClientSide();

    @ParameterizedTest
    @EnumSource(names = { "sse", "streamableHttp" })
    void whenAServerSaysThatItHasOthers(Transport transport) throws Exception {
        try (SdkServer server = new SdkServer(transport, 0)) {
            McpToolSource source
                    = client.source(McpClientSide.LONG, true, Duration.ofHours(1), server.asTools("test", transport));
            source.start();

            server.server.addTool(SdkServer.tool("new", arguments -> SdkServer.result("it is new", false)));
            await().atMost(LIMIT).until(() -> {
                // its stream for notifications may have been opened just now
                server.server.notifyToolsListChanged();
                return McpClientSide.names(source).contains("new");
            });
            assertThat(client.call(source, "new", "{}").text()).isEqualTo("it is new");

            server.server.removeTool("new");
            await().atMost(LIMIT).until(() -> !McpClientSide.names(source).contains("new"));
            source.stop();
        }
    }

    @Test
    void whenAProcessSaysSo() throws Exception {
        // a list that the server loses while it writes the result is asked for again after as long
        McpToolSource source = client.source(Duration.ofSeconds(15), true, StdioServerMain.asTools("test"));
        source.start();

        client.call(source, "grow", "{}");

        await().atMost(LIMIT).until(() -> McpClientSide.names(source).contains("grown"));
        assertThat(client.call(source, "grown", "{}").text()).isEqualTo("new");
    }

    @Test
    void nowAndThenWhereAServerCanNotSaySo() {
        scripted.tools("{'name':'a'}");
        McpToolSource source = client.started(scripted.asTools("test"));
        assertThat(McpClientSide.names(source)).containsExactly("a");

        scripted.tools("{'name':'b'}");

        await().atMost(LIMIT).until(() -> McpClientSide.names(source).contains("b"));
        assertThat(McpClientSide.names(source)).containsExactly("b");
    }
}
