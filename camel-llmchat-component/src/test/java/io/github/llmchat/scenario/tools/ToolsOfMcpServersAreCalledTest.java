package io.github.llmchat.scenario.tools;

import io.github.llmchat.error.ToolException;
import io.github.llmchat.scenario.result.LogLines;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.tool.mcp.SdkServer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Beside routes, and in all forms of streaming. */
class ToolsOfMcpServersAreCalledTest extends ToolScenario {

    private SdkServer server;

    @Override
    public void doPreSetup() throws Exception {
        server = SdkServer.streamable();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat-tool:ours?tags=t").setBody().constant("from our route");
        builder.from("llmchat-tool:echo?tags=same-name").setBody().constant("our echo");
    }

    @ParameterizedTest
    @EnumSource
    void besideRoutesInEveryWay(Way way) throws Exception {
        gateway.willAnswer(asks(way, "c1 echo {\"text\":\"x\"}", "c2 ours {}"), answers(way, "Done"));

        Got got = take(way, "tags=t&mcpServer.test.url=" + server.url());

        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("Done");
        assertThat(offered(0)).containsExactlyInAnyOrder("echo", "fail", "ours");
        assertThat(results(1)).containsExactly("got x", "from our route");
    }

    @Test
    void whatAToolItselfCallsAnErrorIsAFailure() {
        gateway.willAnswer(asks(Way.PLAIN, "c1 fail {}"), answers(Way.PLAIN, "Sorry"));

        Exchange told = ask(llmchat("toolExecutionErrorStrategy=repromptModel&mcpServer.test.url=" + server.url()));
        assertThat(told.getException()).isNull();
        assertThat(results(1)).containsExactly("no such city");

        gateway.willAnswer(asks(Way.PLAIN, "c1 fail {}"));
        assertThat(ask(llmchat("mcpServer.test.url=" + server.url())).getException()).isInstanceOf(ToolException.class);
    }

    @Test
    void aRouteComesBeforeAServersToolOfItsName() {
        gateway.willAnswer(asks(Way.PLAIN, "c1 echo {}"), answers(Way.PLAIN, "Done"));

        ask(llmchat("tags=same-name&mcpServer.test.url=" + server.url()));

        assertThat(results(1)).containsExactly("our echo");
    }

    @Test
    void aServerThatFailsNamesItselfAndTakesNobodyDown() {
        LogLines log = new LogLines("io.github.llmchat", Level.WARN);
        log.start();
        gateway.willAnswer(answers(Way.PLAIN, "Hello"));

        Exchange exchange = ask(llmchat("tags=t&mcpServer.broken.url=http://127.0.0.1:1/mcp&mcpServer.test.url="
                                        + server.url()));
        log.stop();

        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("Hello");
        assertThat(offered(0)).containsExactlyInAnyOrder("echo", "fail", "ours");
        assertThat(log.messages()).anyMatch(line -> line.contains("broken"));
    }
}
