package io.github.llmchat.benchmark.load;

import io.github.llmchat.benchmark.ChunkTaker;
import io.github.llmchat.benchmark.SubscribedBody;
import io.github.llmchat.model.ChatChunk;
import org.apache.camel.builder.RouteBuilder;

/** The routes under load: trivial ones, so that what is measured is the component. */
final class LoadRoutes extends RouteBuilder {

    /** A retry would hide a failure, and what a stream waits for at the gate is no silence. */
    private static final String OPTIONS = "?maxRetries=0&connectTimeout=120s&readTimeout=600s&maxPendingRequests=100000";

    @Override
    public void configure() {
        from(Way.chunksTo.entry()).to("llmchat:m" + OPTIONS + "&chunksTo=direct:chunk");
        from("direct:chunk").process(exchange -> exchange.getProperty(ChunkTaker.PROPERTY, ChunkTaker.class)
                .take(exchange.getMessage().getBody(ChatChunk.class), null));
        from(Way.publisher.entry()).to("llmchat:m" + OPTIONS + "&streaming=true").process(new SubscribedBody(Long.MAX_VALUE));
    }
}
