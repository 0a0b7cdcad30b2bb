package io.github.llmchat.quirks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.llmchat.LlmChatComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with a route for each set of endpoint options that was asked for. */
final class QuirkRoutes implements AutoCloseable {

    /** Looks at the exchange in a step of its route, after the call. */
    @FunctionalInterface
    interface Reader {
        void read(Exchange exchange) throws Exception;
    }

    private static final String READER = "quirkReader";
    // a call that hangs by mistake ends after a while
    private static final String DEFAULTS = "maxRetries=0&apiKey=sk-quirks-0123456789&readTimeout=20000&streamTimeout=60000";

    private final CamelContext context = new DefaultCamelContext();
    private final Map<String, String> starts = new LinkedHashMap<>();
    private final String baseUrl;
    private ProducerTemplate template;

    private QuirkRoutes(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    static QuirkRoutes start(String baseUrl) throws Exception {
        QuirkRoutes routes = new QuirkRoutes(baseUrl);
        routes.context.start();
        routes.template = routes.context.createProducerTemplate();
        return routes;
    }

    /** Sends a message through the route with these options; where one is given twice, the last one counts. */
    Exchange call(String options, Object body, Map<String, ?> headers, Reader reader) {
        return template.request(starts.computeIfAbsent(options, this::addRoute), exchange -> {
            exchange.setProperty(READER, reader);
            exchange.getMessage().setBody(body);
            exchange.getMessage().getHeaders().putAll(headers);
        });
    }

    LlmChatComponent component() {
        return context.getComponent("llmchat", LlmChatComponent.class);
    }

    @Override
    public void close() {
        context.stop();
    }

    private String addRoute(String options) {
        String start = "direct:quirk-" + starts.size();
        String uri = "llmchat:gpt-4o?" + merged("baseUrl=" + baseUrl + "&" + DEFAULTS + "&" + options);
        try {
            RouteBuilder.addRoutes(context, routes -> routes.from(start).to(uri)
                    .process(exchange -> exchange.getProperty(READER, Reader.class).read(exchange)));
        } catch (Exception e) {
            throw new IllegalStateException("The route with " + uri + " does not start", e);
        }
        return start;
    }

    private static String merged(String options) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String option : options.split("&")) {
            all.put(option.substring(0, option.indexOf('=')), option);
        }
        return all.values().stream().collect(Collectors.joining("&"));
    }
}
