package io.github.llmchat.tool.mcp;

import io.github.llmchat.model.Json;
import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsBecomeTextTest {

    @RegisterExtension
    final ScriptedMcpServer server = new ScriptedMcpServer();
    @RegisterExtension
    final McpClientSide client = new McpClientSide();

    @BeforeEach
    void oneTool() {
        server.tools("{'name':'tool'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'content':[{'type':'text','text':'a'},{'type':'text','text':'b'}]} | a\\nb",
            "{'content':[{'type':'text','text':'a'}],'structuredContent':{'x':1}} | a",
            "{'content':[],'structuredContent':{'x':1.50}} | {\"x\":1.50}",
            "{'structuredContent':[1,2]} | [1,2]",
            "{'content':[{'type':'image','mimeType':'image/png','data':'AAAAAA=='}]} | [image, image/png, 4 bytes]",
            "{'content':[{'type':'audio','mimeType':'audio/wav','data':'AAAA'}]} | [audio, audio/wav, 3 bytes]",
            "{'content':[{'type':'resource','resource':{'uri':'file:///a','text':'inside'}}]} | inside",
            "{'content':[{'type':'resource','resource':{'uri':'file:///a','mimeType':'x/y','blob':'AAA='}}]} "
                                                                                                         + "| [resource, file:///a, x/y, 2 bytes]",
            "{'content':[{'type':'resource_link','uri':'file:///a','name':'a'}]} | [resource_link, file:///a, a]",
            "{'content':[{'type':'hologram'}]} | [content that is no text]",
            "{'content':[{'type':'image'}]} | [image, unknown type, 0 bytes]",
            "{'content':'nonsense'} | [no content]",
            "{} | [no content]" })
    void ofAllKinds(String result, String text) throws Exception {
        server.result(result);

        ToolResult got = client.call(client.started(server.asTools("s")), "tool", "{}");

        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.SUCCESS);
        assertThat(got.text()).isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void thatIsNotTooLong() throws Exception {
        server.result("{'content':[{'type':'text','text':'" + "ä".repeat(128 * 1024 + 1) + "'}]}");

        ToolResult got = client.call(client.started(server.asTools("s")), "tool", "{}");

        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(got.text()).isEqualTo("The result of the tool has more than 262144 bytes. Ask for less.");
        assertThat(got.cause()).hasMessage("MCP server 's': the result of a tool has more than 262144 bytes");
    }

    @Test
    void theLongestOneIsTaken() throws Exception {
        server.result("{'content':[{'type':'text','text':'" + "x".repeat(256 * 1024) + "'}]}");

        ToolResult got = client.call(client.started(server.asTools("s")), "tool", "{}");

        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.SUCCESS);
        assertThat(got.text()).hasSize(256 * 1024);
    }

    @Test
    void errorsAboutArgumentsAreTheModelsToMend() throws Exception {
        server.result("{'error':{'code':-32602,'message':'city is missing'}}");

        ToolResult got = client.call(client.started(server.asTools("s")), "tool", "{}");

        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);
        assertThat(got.text()).isEqualTo("The arguments are not what the tool takes: city is missing");
    }

    @Test
    void otherErrorsAreNoWordsForAModel() throws Exception {
        server.result("{'error':{'code':-32603,'message':'password s3cr3t is wrong'}}");

        ToolResult got = client.call(client.started(server.asTools("s")), "tool", "{}");

        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.FAILED);
        assertThat(got.text()).isEqualTo("The tool failed.");
        assertThat(got.cause()).hasMessage("MCP server 's': it answered with the error -32603");
        assertThat(String.join("\n", client.log.messagesAndTraces())).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "17", "{\"a\":", "null", "\"text\"" })
    void onlyObjectsAreArguments(String arguments) throws Exception {
        ToolResult got = client.call(client.started(server.asTools("s")), "tool", arguments);

        assertThat(got.outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);
        assertThat(server.received).noneMatch(request -> request.path("method").asText().equals("tools/call"));
    }

    @Test
    void argumentsArriveUnchanged() throws Exception {
        server.result("{}");
        String arguments = "{\"n\":12345678901234567890.10,\"deep\":{\"list\":[null,true,\"ü\"]}}";

        client.call(client.started(server.asTools("s")), "tool", arguments);

        assertThat(server.received.stream().filter(request -> request.path("method").asText().equals("tools/call"))
                .map(request -> Json.text(request.path("params").path("arguments")))).containsExactly(arguments);
    }
}
