package io.github.llmchat.scenario.toolroute;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.impl.engine.PooledProcessorExchangeFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsWithPooledExchangesTest extends ToolScenario {

    private final Set<Object> exchanges = ConcurrentHashMap.newKeySet();
    private final List<String> completed = new ArrayList<>();
    private final List<String> duringStart = new ArrayList<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        context.getCamelContextExtension().setProcessorExchangeFactory(new PooledProcessorExchangeFactory());
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:first").startupOrder(1).routePolicy(new RoutePolicySupport() {
                    @Override
                    public void onStart(Route route) {
                        duringStart.add(answer("echo", "{\"n\":0}"));
                    }
                }).log("first");
                from("llmchat-tool:echo?parameter.n=int").startupOrder(2)
                        .process(exchange -> {
                            exchanges.add(System.identityHashCode(exchange));
                            exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                                @Override
                                public void onComplete(org.apache.camel.Exchange done) {
                                    completed.add(done.getMessage().getBody(String.class));
                                }
                            });
                        })
                        .setBody(simple("${header.n} ${exchangeProperty.left}"))
                        .setProperty("left", constant("left"));
            }
        };
    }

    @Test
    void eachCallHasItsOwnValues() {
        assertThat(duringStart).containsExactly("0 ");
        for (int i = 1; i <= 20; i++) {
            assertThat(answer("echo", "{\"n\":" + i + "}")).isEqualTo(i + " ");
        }

        assertThat(completed).hasSize(21).doesNotHaveDuplicates();
        assertThat(exchanges).as("exchanges are used again").hasSizeLessThan(21);
        assertThat(context.getInflightRepository().size()).isZero();
    }
}
