package io.github.llmchat.scenario.toolroute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.tool.ToolResult;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToolExchangeIsAnExchangeOfItsOwnTest extends ToolScenario {

    private static final Map<String, Object> CALLERS = Map.of("customerId", "c-7", "traceparent", "00-1", "secret", "s", "city",
            "Wien", "CamelLlmChatModel", "gpt-4o");

    private final List<Exchange> seen = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    private final List<String> completed = new CopyOnWriteArrayList<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("llmchat-tool:none?parameter.city=string").process(this::remember).setBody(constant("ok"));
                from("llmchat-tool:some?parameter.customerid=string&parameter.city=string&callerHeaders=customerId,trace*")
                        .process(this::remember).setBody(constant("ok"));
                from("llmchat-tool:all?parameter.city=string&callerHeaders=*").process(this::remember).setBody(constant("ok"));
                from("direct:caller").process(caller -> {
                    caller.getMessage().setBody(elsewhere(() -> answer("leaky", "{}")));
                }).setProperty("went-on", constant(true));
                from("llmchat-tool:leaky").process(this::remember)
                        .setHeader("leak", constant("x")).setProperty("leak", constant("x")).setVariable("leak", constant("x"))
                        .setVariable("route:leak", constant("x"))
                        .setBody(constant("done")).stop();
            }

            private void remember(Exchange exchange) {
                seen.add(exchange);
                headers.add(new HashMap<>(exchange.getMessage().getHeaders()));
                exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                    @Override
                    public void onDone(Exchange done) {
                        completed.add(done.getExchangeId());
                    }
                });
            }
        };
    }

    @Test
    void ofTheCallerItKnowsTheIdOnly() {
        begin("none", "{}", CALLERS).result();

        assertThat(names()).containsExactly("CamelLlmChatToolCallId", "CamelLlmChatToolName");
        assertThat(seen.get(0).getProperty(Exchange.CORRELATION_ID)).isEqualTo("caller-1");
    }

    @Test
    void andTheHeadersThatItAskedFor() {
        begin("some", "{\"city\":\"Graz\"}", CALLERS).result();

        assertThat(names()).containsExactly("CamelLlmChatToolCallId", "CamelLlmChatToolName", "city", "customerId",
                "traceparent");
        assertThat(headers.get(0)).containsEntry("customerId", "c-7").containsEntry("city", "Graz");
    }

    @Test
    void thoseNeverComeFromTheModel() {
        begin("some", "{\"customerid\":\"c-1\"}", CALLERS).result();
        begin("some", "{\"customerid\":\"c-1\"}", Map.of()).result();
        begin("all", "{\"city\":\"Graz\"}", CALLERS).result();

        assertThat(headers.get(0)).containsEntry("customerId", "c-7").doesNotContainValue("c-1");
        assertThat(headers.get(1)).doesNotContainValue("c-1");
        assertThat(headers.get(2)).containsEntry("city", "Wien").containsEntry("secret", "s");
        assertThat(seen.get(1).getMessage().getHeader("customerId")).isNull();
    }

    @Test
    void nothingOfItComesBack() {
        Exchange caller = template.request("direct:caller", exchange -> exchange.getMessage().setHeader("own", "h"));

        assertThat(caller.getException()).isNull();
        assertThat(caller.getMessage().getBody()).isEqualTo("done");
        assertThat(caller.getMessage().getHeaders()).containsOnlyKeys("own");
        assertThat(caller.getProperty("leak")).isNull();
        assertThat(caller.getVariable("leak")).isNull();
        assertThat(caller.getProperty("went-on")).isEqualTo(true);
        assertThat(seen.get(0).getExchangeId()).isNotEqualTo(caller.getExchangeId());
    }

    @Test
    void itHasAUnitOfWorkThatEndsWithTheCall() {
        ToolResult result = call("none", "{}");

        assertThat(result.succeeded()).isTrue();
        assertThat(completed).containsExactly(seen.get(0).getExchangeId());
        assertThat(context.getInflightRepository().size()).isZero();
        assertThat(seen.get(0).getFromRouteId()).isNotNull();
    }

    private Set<String> names() {
        return new TreeSet<>(new ArrayList<>(headers.get(0).keySet()));
    }
}
