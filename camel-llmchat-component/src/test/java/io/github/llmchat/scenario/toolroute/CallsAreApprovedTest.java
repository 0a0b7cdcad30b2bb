package io.github.llmchat.scenario.toolroute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.github.llmchat.model.ToolCallOutcome;
import io.github.llmchat.tool.ToolResult;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallsAreApprovedTest extends ToolScenario {

    private static final String ARGUMENTS = "{\"id\":7,\"lines\":[\"a\"]}";

    private final List<Object> ran = new CopyOnWriteArrayList<>();
    private final AtomicReference<Map<String, Object>> asked = new AtomicReference<>();
    private final CountDownLatch silent = new CountDownLatch(1);
    private volatile AsyncCallback later;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String name : List.of("yes", "text", "bytes", "no", "words", "nothing", "unchanged", "fails", "number",
                        "stops",
                        "null")) {
                    tool(name, "direct:" + name);
                }
                tool("silent", "direct:silent&timeout=200");
                tool("nobody", "direct:nobody");
                tool("seda", "seda:approvals");
                from("direct:yes").routeId("yes").process(exchange -> {
                    asked.set(new HashMap<>(exchange.getMessage().getHeaders()));
                    asked.get().put("body", exchange.getMessage().getBody());
                    Map<String, Object> arguments = exchange.getMessage().getBody(Map.class);
                    arguments.put("id", 8);
                    ((List<?>) arguments.get("lines")).clear();
                }).setHeader("leak", constant("x")).setBody(constant(true));
                from("direct:text").setBody(constant("true"));
                from("direct:bytes").setBody(constant("true")).convertBodyTo(byte[].class);
                from("seda:approvals").setBody(constant(true));
                from("direct:no").setBody(constant(false));
                from("direct:words").setHeader("CamelLlmChatRefusalReason", constant("Over the limit of 100 EUR."))
                        .setBody(constant("false"));
                from("direct:nothing").setBody(constant(""));
                from("direct:null").setBody(simple("${null}"));
                from("direct:unchanged").log("asked");
                from("direct:number").setBody(constant(1));
                from("direct:fails").setBody(constant(true)).throwException(IllegalStateException.class, "secret");
                from("direct:stops").stop();
                from("direct:silent").process(new AsyncProcessorSupport() {
                    @Override
                    public boolean process(Exchange exchange, AsyncCallback callback) {
                        exchange.getMessage().setBody(true);
                        later = callback;
                        silent.countDown();
                        return false;
                    }
                });
            }

            private void tool(String name, String approval) {
                from("llmchat-tool:" + name + "?argSchema=classpath:tools/any.json&callerHeaders=who&approvalUri=" + approval)
                        .process(exchange -> ran.add(exchange.getMessage().getBody()))
                        .setBody(constant("ran"));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = { "yes", "text", "bytes", "seda" })
    void byTrue(String tool) {
        assertThat(answer(tool, ARGUMENTS)).isEqualTo("ran");
    }

    @ParameterizedTest
    @ValueSource(strings = { "no", "nothing", "null", "unchanged", "fails", "number", "stops", "nobody" })
    void byNothingElse(String tool) {
        ToolResult result = call(tool, ARGUMENTS);

        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.REFUSED);
        assertThat(result.text()).isEqualTo("This call was not approved.");
        assertThat(ran).isEmpty();
    }

    @Test
    void aRefusalHasWordsForTheModel() {
        assertThat(call("words", ARGUMENTS).text()).isEqualTo("This call was not approved: Over the limit of 100 EUR.");
        assertThat(ran).isEmpty();
    }

    @Test
    void whoApprovesSeesTheArguments() {
        begin("yes", ARGUMENTS, Map.of("who", "ann", "other", "x")).result();

        assertThat(asked.get()).containsOnlyKeys("body", "who", "CamelLlmChatToolName", "CamelLlmChatToolCallId")
                .containsEntry("who", "ann").containsEntry("CamelLlmChatToolName", "yes");
    }

    @Test
    void whoApprovesChangesNothing() {
        answer("yes", ARGUMENTS);

        assertThat(ran).containsExactly(Map.of("id", 7, "lines", List.of("a")));
    }

    @Test
    void silenceIsARefusal() {
        RunningToolCall running = begin("silent", ARGUMENTS);
        ToolResult result = running.result();

        assertThat(result.outcome()).isEqualTo(ToolCallOutcome.REFUSED);
        assertThat(result.text()).isEqualTo("This call was not approved: nobody answered in time");

        waitFor(silent);
        later.done(false);
        assertThat(ran).isEmpty();
        assertThat(running.results()).hasSize(1);
    }

    @Test
    void aStoppedRouteRefuses() throws Exception {
        context.getRouteController().stopRoute("yes");

        assertThat(call("yes", ARGUMENTS).outcome()).isEqualTo(ToolCallOutcome.REFUSED);

        context.getRouteController().startRoute("yes");
        assertThat(answer("yes", ARGUMENTS)).isEqualTo("ran");
    }

    @Test
    void argumentsThatDoNotFitAskNobody() {
        assertThat(call("yes", "[]").outcome()).isEqualTo(ToolCallOutcome.INVALID_ARGUMENTS);

        assertThat(asked.get()).isNull();
    }

    @Test
    void aCallThatIsGivenUpMeanwhileNeverRuns() {
        RunningToolCall running = begin("silent", ARGUMENTS);
        waitFor(silent);
        running.giveUp();
        later.done(false);

        assertThat(running.results()).isEmpty();
        assertThat(ran).isEmpty();
    }
}
