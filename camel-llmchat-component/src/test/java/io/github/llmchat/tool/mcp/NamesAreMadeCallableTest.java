package io.github.llmchat.tool.mcp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class NamesAreMadeCallableTest {

    @RegisterExtension
    final ScriptedMcpServer first = new ScriptedMcpServer();
    @RegisterExtension
    final ScriptedMcpServer second = new ScriptedMcpServer();
    @RegisterExtension
    final McpClientSide client = new McpClientSide();

    @Test
    void andTheServerIsAskedByItsOwnName() throws Exception {
        first.tools("{'name':'get/weather\\n${jndi:x} {{y}}'}");
        first.result("{'content':[{'type':'text','text':'sunny'}]}");

        McpToolSource source = client.started(first.asTools("s"));

        assertThat(McpClientSide.names(source)).containsExactly("get_weather___jndi_x____y__");
        assertThat(client.call(source, "get_weather___jndi_x____y__", "{}").text()).isEqualTo("sunny");
        assertThat(first.received).anyMatch(request -> request.path("method").asText().equals("tools/call")
                && request.path("params").path("name").asText().equals("get/weather\n${jndi:x} {{y}}"));
    }

    @Test
    void andShort() {
        first.tools("{'name':'" + "long".repeat(1000) + "'}");

        assertThat(McpClientSide.names(client.started(first.asTools("s")))).containsExactly("long".repeat(16));
    }

    @Test
    void whatIsThereTwiceIsNamedAfterItsServer() {
        first.tools("{'name':'search'}", "{'name':'one'}");
        second.tools("{'name':'search'}", "{'name':'two'}");

        McpToolSource source = client.started(second.asTools("b"), first.asTools("a"));

        assertThat(McpClientSide.names(source)).containsExactly("search", "one", "b_search", "two");
    }

    @Test
    void whatNeedsNoChangeComesFirst() {
        first.tools("{'name':'get.it'}", "{'name':'get_it'}", "{'name':'get it'}");

        McpToolSource source = client.started(first.asTools("s"));

        assertThat(McpClientSide.names(source)).containsExactly("get_it", "s_get_it");
        assertThat(client.log.messages())
                .contains("MCP server 's': a tool is left out because there is another one of the name s_get_it");
    }
}
