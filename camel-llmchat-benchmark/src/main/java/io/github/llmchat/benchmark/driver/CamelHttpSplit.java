package io.github.llmchat.benchmark.driver;

import java.io.IOException;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** What a route can do with Camel's HTTP component alone: its answer is cut at blank lines by a Split. */
final class CamelHttpSplit extends RouteBuilder {

    private static final String DATA = "data: ";
    private static final String DONE = "[DONE]";
    /** No limit that makes calls wait, and no header of the caller's in the request. */
    private static final String OPTIONS = "?httpMethod=POST&disableStreamCache=true&skipRequestHeaders=true"
                                          + "&connectionsPerRoute=20000&maxTotalConnections=20000";

    private final String http;

    private CamelHttpSplit(String baseUrl) {
        this.http = baseUrl + "/chat/completions" + OPTIONS;
    }

    static Driver open(String baseUrl) throws Exception {
        return new BlockingRoutes(new CamelHttpSplit(baseUrl), () -> {
        });
    }

    @Override
    public void configure() {
        // Camel would read a stream to its end before the next step
        from(BlockingRoutes.STREAM).streamCache(false).process(exchange -> request(exchange, true)).to(http)
                .split(body().tokenize("\n\n")).streaming().process(CamelHttpSplit::chunk);
        from(BlockingRoutes.PLAIN).process(exchange -> request(exchange, false)).to(http).process(CamelHttpSplit::answer);
    }

    private static void request(Exchange exchange, boolean streamed) throws IOException {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(Protocol.request(message.getBody(String.class), streamed));
    }

    private static void chunk(Exchange exchange) throws IOException {
        String event = exchange.getMessage().getBody(String.class);
        if (!event.startsWith(DATA) || event.startsWith(DONE, DATA.length())) {
            return;
        }
        String text = Protocol.chunkText(Protocol.read(event.substring(DATA.length())));
        if (!text.isEmpty()) {
            BlockingRoutes.call(exchange).chunk(text);
        }
    }

    private static void answer(Exchange exchange) throws IOException {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        BlockingRoutes.call(exchange).chunk(Protocol.text(Protocol.read(body, 0, body.length)));
    }
}
