package io.github.llmchat.scenario.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.llmchat.LlmChatComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One context for all the calls of a test class, with a route for each way and set of options that is asked for. After
 * each call whatever it held must have been given back, and at the end no exchange may have been done twice.
 */
final class FaultRoutes implements BeforeAllCallback, AfterAllCallback {

    /** Long enough for a busy machine; no test passes by waiting for it. */
    static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(2);

    private final Map<String, String> routes = new ConcurrentHashMap<>();
    private final List<Asked> all = new CopyOnWriteArrayList<>();
    private CamelContext context;

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunks").process(Taking::chunk);
            }
        });
        context.start();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        context.stop();
        assertThat(all).allSatisfy(FaultRoutes::assertDoneOnce);
    }

    LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }

    /** Makes a call and waits until nothing is left of it. */
    Asked ask(Taking way, String baseUrl, String options) throws Exception {
        Asked asked = send(way, baseUrl, options);
        awaitEnd(asked);
        return asked;
    }

    Asked send(Taking way, String baseUrl, String options) throws Exception {
        String call = "llmchat:gpt-4o?baseUrl=" + baseUrl + "&apiKey=sk-0123456789&retryDelay=1&" + way.options
                      + (options.isEmpty() ? "" : "&" + options);
        Endpoint endpoint = context.getEndpoint(routeTo(way, call));
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOut);
        exchange.getMessage().setBody("What did Ada say to Charles?");
        Asked asked = new Asked(exchange);
        all.add(asked);
        endpoint.createAsyncProducer().process(exchange, asked);
        return asked;
    }

    private String routeTo(Taking way, String call) throws Exception {
        String from = routes.get(way + call);
        if (from == null) {
            from = "direct:" + way + "-" + routes.size();
            routes.put(way + call, from);
            String name = from;
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    way.route(this, name, call);
                }
            });
        }
        return from;
    }

    void awaitEnd(Asked asked) {
        await().pollInterval(LOOK).atMost(SOON).untilAsserted(() -> {
            assertDoneOnce(asked);
            assertNothingHeld();
        });
    }

    private static void assertDoneOnce(Asked asked) {
        assertThat(asked.callbacks).as("callbacks").hasValue(1);
        assertThat(asked.completions).as("completions of the exchange").hasValue(1);
    }

    private void assertNothingHeld() {
        assertThat(component().getOpenStreams()).as("open streams").isZero();
        assertThat(component().getOpenCalls()).as("open calls").isZero();
        assertThat(component().getLeasedConnections()).as("leased connections").isZero();
        assertThat(component().getBufferedChunks()).as("buffered chunks").isZero();
        assertThat(component().getWaitingRequests()).as("waiting requests").isZero();
    }
}
