package io.github.llmchat.scenario.toolroute;

import java.util.List;
import java.util.Set;

import io.github.llmchat.tool.route.ToolRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AutomaticStartIsRespectedTest {

    private final CamelContext context = new DefaultCamelContext();

    @Test
    void whereTheContextStartsNoRoutes() throws Exception {
        context.setAutoStartup(false);
        start();
        assertThat(names()).isEmpty();

        context.getRouteController().startAllRoutes();
        assertThat(names()).containsExactly("a", "b");
        context.stop();
    }

    @Test
    void whereAPatternExcludesSome() throws Exception {
        context.setAutoStartupExcludePattern("a*");
        start();

        assertThat(names()).containsExactly("b");
        context.stop();
    }

    @Test
    void whereRoutesAreSupervised() throws Exception {
        context.getRouteController().supervising().setInitialDelay(0);
        start();

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(names()).containsExactly("a", "b"));
        context.stop();
    }

    private void start() throws Exception {
        RouteBuilder.addRoutes(context, routes -> {
            routes.from("llmchat-tool:a").routeId("a").setBody().constant("a");
            routes.from("llmchat-tool:b").routeId("b").setBody().constant("b");
        });
        context.start();
    }

    private List<String> names() {
        return ToolRegistry.of(context).tools(Set.of("*")).stream().map(tool -> tool.spec().name()).toList();
    }
}
