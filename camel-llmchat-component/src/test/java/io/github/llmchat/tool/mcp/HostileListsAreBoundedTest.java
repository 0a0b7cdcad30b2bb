package io.github.llmchat.tool.mcp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.llmchat.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.llmchat.tool.mcp.ScriptedMcpServer.json;
import static org.assertj.core.api.Assertions.assertThat;

class HostileListsAreBoundedTest {

    @RegisterExtension
    final ScriptedMcpServer server = new ScriptedMcpServer();
    @RegisterExtension
    final McpClientSide client = new McpClientSide();

    @Test
    void inPagesWithoutEnd() {
        AtomicInteger pages = new AtomicInteger();
        server.answer("tools/list", request -> json(
                "{'tools':[{'name':'tool" + pages.incrementAndGet() + "'}],'nextCursor':'more" + pages.get() + "'}"));

        McpToolSource source = client.source(McpClientSide.LONG, false, server.asTools("endless"));
        source.start();

        assertThat(source.tools()).hasSize(ToolListing.MOST_PAGES);
    }

    @Test
    void inTheNumberOfTools() {
        server.answer("tools/list", request -> {
            ObjectNode page = Json.object();
            ArrayNode tools = page.putArray("tools");
            IntStream.range(0, 5000).forEach(i -> tools.addObject().put("name", "tool" + i));
            return page;
        });

        McpToolSource source = client.started(server.asTools("many"));

        assertThat(McpClientSide.names(source)).hasSize(128).startsWith("tool0", "tool1").endsWith("tool127");
        assertThat(client.log.messages()).contains(
                "MCP server 'many': 4872 tools are left out, 128 offered. The limits are 128 tools, 65536 characters for a tool "
                                                   + "and 524288 for all. Choose with mcpServer.many.toolNames");
    }

    @Test
    void inTheSizeOfSchemasAndDescriptions() {
        String half = "x".repeat(40_000);
        server.answer("tools/list", request -> {
            ObjectNode page = Json.object();
            ArrayNode tools = page.putArray("tools");
            tools.addObject().put("name", "large").put("description", half)
                    .putObject("inputSchema").put("type", "object").put("title", half);
            IntStream.range(0, 20).forEach(i -> tools.addObject().put("name", "half" + i).put("description", half));
            return page;
        });

        McpToolSource source = client.started(server.asTools("wordy"));

        assertThat(McpClientSide.names(source)).hasSize(13).startsWith("half0").endsWith("half12");
    }

    @Test
    void inTheLengthOfAMessage() {
        String endless = "x".repeat(Lines.LONGEST_MESSAGE);
        server.answer("tools/list", request -> Json.object().put("junk", endless));

        McpToolSource source = client.source(Duration.ofMinutes(2), false, server.asTools("loud"));
        source.start();

        assertThat(source.tools()).isEmpty();
        assertThat(client.log.messages()).anyMatch(
                line -> line.startsWith("MCP server 'loud': it sent a message of more than 2097152 bytes. "));
    }

    @Test
    void andNonsenseInThemIsPassedOver() {
        server.tools("17", "null", "{'name':''}", "{'description':'no name'}", "[]", "{'name':'good','inputSchema':'text'}");

        McpToolSource source = client.started(server.asTools("odd"));

        assertThat(McpClientSide.names(source)).containsExactly("good");
        assertThat(schema(source, "good")).isEqualTo(json("{'type':'object','properties':{}}"));
    }

    @Test
    void wholeSchemasArePassedOnAsTheyAre() {
        String schema = "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object','properties':{'a':{'type':"
                        + "'number','multipleOf':0.10}},'additionalProperties':{'type':'string'},'anyOf':[{'required':['a']}]}";
        server.tools("{'name':'strict','description':'Line 1\\nLine 2','inputSchema':" + schema + "}");

        McpToolSource source = client.started(server.asTools("plain"));

        assertThat(schema(source, "strict")).hasToString(json(schema).toString());
    }

    @Test
    void toolNamesChoose() {
        server.tools("{'name':'a'}", "{'name':'b'}", "{'name':'c'}");

        McpToolSource source = client.started(server.asTools("chosen", "c", "x", "a"));

        assertThat(McpClientSide.names(source)).containsExactly("a", "c");
        assertThat(client.log.messages())
                .contains("MCP server 'chosen' does not offer what mcpServer.chosen.toolNames names: [x]");
    }

    private static JsonNode schema(McpToolSource source, String tool) {
        return McpClientSide.tool(source, tool).spec().definition().path("function").path("parameters");
    }
}
