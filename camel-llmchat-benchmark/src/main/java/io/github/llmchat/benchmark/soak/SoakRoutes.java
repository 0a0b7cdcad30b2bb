package io.github.llmchat.benchmark.soak;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.benchmark.ChunkTaker;
import io.github.llmchat.benchmark.SubscribedBody;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChatStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** One route for each way, with timeouts so short that a call which stalls is soon over. */
final class SoakRoutes extends RouteBuilder {

    private static final String OPTIONS = "&readTimeout=2s&requestTimeout=30s&streamTimeout=30s&maxRetries=2&retryDelay=20"
                                          + "&maxConcurrentRequests=48&chunkBuffer=4";

    @Override
    public void configure() {
        for (SoakWay way : SoakWay.values()) {
            String gateway = "llmchat:m?" + way.options + OPTIONS;
            switch (way) {
                case whole, wholeStream -> from(way.entry()).to(gateway).process(SoakRoutes::text);
                case chunksTo -> from(way.entry()).to(gateway);
                case iterator -> from(way.entry()).to(gateway).process(SoakRoutes::iterate);
                case publisher -> from(way.entry()).to(gateway).process(new SubscribedBody(1));
            }
        }
        from("direct:chunk").process(exchange -> taker(exchange).take(
                exchange.getMessage().getBody(ChatChunk.class),
                exchange.getMessage().getHeader(LlmChatConstants.STREAM_ID, String.class)));
    }

    private static void text(Exchange exchange) {
        exchange.getProperty(ChunkTaker.PROPERTY, SoakCall.class).takeAll(exchange.getMessage().getBody(String.class));
    }

    private static void iterate(Exchange exchange) {
        ChatStream stream = exchange.getMessage().getBody(ChatStream.class);
        stream.forEachRemaining(chunk -> taker(exchange).take(chunk, stream.id()));
    }

    private static ChunkTaker taker(Exchange exchange) {
        return exchange.getProperty(ChunkTaker.PROPERTY, ChunkTaker.class);
    }
}
