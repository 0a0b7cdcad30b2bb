package io.github.llmchat.scenario.toolroute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.llmchat.tool.Tool;
import io.github.llmchat.tool.ToolCaller;
import io.github.llmchat.tool.ToolResult;
import io.github.llmchat.tool.route.ToolRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsAreKnownWhileTheirRoutesRunTest extends ToolScenario {

    private final List<ToolResult> duringStart = new ArrayList<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sender").routeId("sender").startupOrder(1).routePolicy(new RoutePolicySupport() {
                    @Override
                    public void onStart(Route route) {
                        duringStart.add(call("weather", "{}"));
                    }
                }).log("sends");
                from("llmchat-tool:weather?tags=weather,outdoors").routeId("weather").startupOrder(2)
                        .setBody(constant("sunny"));
                from("llmchat-tool:orders?tags=orders").routeId("orders").setBody(constant("none"));
                from("llmchat-tool:plain").routeId("plain").setBody(constant("plain"));
                from("llmchat-tool:later?tags=orders").routeId("later").autoStartup(false).setBody(constant("late"));
            }
        };
    }

    @Test
    void beforeTheFirstRouteStarts() {
        assertThat(duringStart).extracting(ToolResult::text).first().isEqualTo("sunny");
    }

    @Test
    void byTheirTags() {
        assertThat(names("weather")).containsExactly("weather");
        assertThat(names("outdoors", "orders")).containsExactly("orders", "weather");
        assertThat(names("wether")).isEmpty();
        assertThat(names()).isEmpty();
        assertThat(ToolRegistry.of(context).knownTags()).containsExactly("orders", "outdoors", "weather");
    }

    @Test
    void withoutTagsForThoseWhoWantAll() {
        assertThat(names("*")).containsExactly("orders", "plain", "weather");
    }

    @Test
    void untilTheyStop() throws Exception {
        context.getRouteController().stopRoute("weather");
        assertThat(isKnown("weather")).isFalse();

        context.getRouteController().startRoute("weather");
        assertThat(answer("weather", "{}")).isEqualTo("sunny");
    }

    @Test
    void untilTheyAreSuspended() throws Exception {
        context.getRouteController().suspendRoute("weather");
        assertThat(isKnown("weather")).isFalse();

        context.getRouteController().resumeRoute("weather");
        assertThat(answer("weather", "{}")).isEqualTo("sunny");
    }

    @Test
    void untilTheyAreRemoved() throws Exception {
        context.getRouteController().stopRoute("orders");
        context.removeRoute("orders");
        RouteBuilder.addRoutes(context,
                routes -> routes.from("llmchat-tool:orders").routeId("other").setBody().constant("two"));

        assertThat(answer("orders", "{}")).isEqualTo("two");
    }

    @Test
    void onlyOnceTheyAreStarted() throws Exception {
        assertThat(isKnown("later")).isFalse();

        context.getRouteController().startRoute("later");
        assertThat(answer("later", "{}")).isEqualTo("late");
    }

    @Test
    void toTheirOwnContextOnly() throws Exception {
        try (CamelContext other = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(other, routes -> routes.from("llmchat-tool:weather").setBody().constant("rain"));
            other.start();

            assertThat(ToolRegistry.of(other).tools(Set.of("*"))).hasSize(1);
            assertThat(names("*")).containsExactly("orders", "plain", "weather");
        }
        assertThat(answer("weather", "{}")).isEqualTo("sunny");
    }

    @Test
    void notAfterTheContextHasStopped() {
        context.stop();

        assertThat(names("*")).isEmpty();
    }

    @Test
    void aCallThatComesTooLateIsAFailure() throws Exception {
        Tool tool = tool("weather");
        context.getRouteController().stopRoute("weather");

        RunningToolCall running = new RunningToolCall();
        tool.call(toolCall("weather", "{}"), new ToolCaller("x", Map.of()), Runnable::run, running);

        assertThat(running.result().text()).isEqualTo("The tool is not available any more.");
        assertThat(running.results()).hasSize(1);
    }

    private List<String> names(String... tags) {
        return ToolRegistry.of(context).tools(Set.of(tags)).stream().map(tool -> tool.spec().name()).toList();
    }
}
