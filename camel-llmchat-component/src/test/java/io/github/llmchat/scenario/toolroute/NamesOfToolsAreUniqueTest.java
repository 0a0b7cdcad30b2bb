package io.github.llmchat.scenario.toolroute;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NamesOfToolsAreUniqueTest {

    private static final String CLASH
            = "The tool weather of the route two is already there: the route one has it. Names of tools are unique";

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void whenTheContextStarts() throws Exception {
        add("one", "llmchat-tool:weather?tags=a", true);
        add("two", "llmchat-tool:weather?tags=b", true);

        assertThatThrownBy(context::start).hasStackTraceContaining(CLASH);
    }

    @Test
    void whenARouteIsAdded() throws Exception {
        context.start();
        add("one", "llmchat-tool:weather", true);

        assertThatThrownBy(() -> add("two", "llmchat-tool:weather?tags=b", true)).hasStackTraceContaining(CLASH);
    }

    @Test
    void whenARouteIsStartedLater() throws Exception {
        add("one", "llmchat-tool:weather", true);
        add("two", "llmchat-tool:weather?tags=b", false);
        context.start();

        assertThatThrownBy(() -> context.getRouteController().startRoute("two")).hasStackTraceContaining(CLASH);

        context.getRouteController().stopRoute("one");
        assertThatCode(() -> context.getRouteController().startRoute("two")).doesNotThrowAnyException();
    }

    private void add(String id, String uri, boolean starts) throws Exception {
        RouteBuilder.addRoutes(context, routes -> routes.from(uri).routeId(id).autoStartup(starts).setBody().constant(id));
    }
}
