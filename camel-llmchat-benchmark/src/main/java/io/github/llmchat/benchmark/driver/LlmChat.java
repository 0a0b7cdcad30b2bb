package io.github.llmchat.benchmark.driver;

import io.github.llmchat.benchmark.CamelUnderLoad;
import io.github.llmchat.benchmark.ChunkTaker;
import io.github.llmchat.benchmark.SubscribedBody;
import io.github.llmchat.model.ChatChunk;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The component, in the ways in which a route can have its answers. */
final class LlmChat implements Driver {

    private static final String PLAIN = "direct:plain";

    private final CamelUnderLoad camel;
    private final String entry;

    private LlmChat(String baseUrl, String entry) throws Exception {
        this.camel = new CamelUnderLoad(baseUrl, new Routes(), entry, PLAIN);
        this.entry = entry;
    }

    static LlmChat chunksTo(String baseUrl) throws Exception {
        return new LlmChat(baseUrl, "direct:chunksTo");
    }

    static LlmChat split(String baseUrl) throws Exception {
        return new LlmChat(baseUrl, "direct:split");
    }

    static LlmChat publisher(String baseUrl) throws Exception {
        return new LlmChat(baseUrl, "direct:publisher");
    }

    static LlmChat whole(String baseUrl) throws Exception {
        return new LlmChat(baseUrl, "direct:whole");
    }

    @Override
    public void stream(Call call) {
        send(entry, call);
    }

    @Override
    public void plain(Call call) {
        send(PLAIN, call);
    }

    private void send(String to, Call call) {
        Exchange exchange = camel.exchange(to);
        exchange.getMessage().getHeaders().putAll(CallerHeaders.ALL);
        exchange.getMessage().setBody(call.prompt());
        exchange.setProperty(ChunkTaker.PROPERTY, new Chunks(call));
        camel.send(to, exchange, sync -> call.ended(exchange.getException()));
    }

    @Override
    public void close() {
        camel.close();
    }

    /** The text of each chunk, and not the closing one's. */
    private record Chunks(Call call) implements ChunkTaker {

        @Override
        public void take(ChatChunk chunk, String streamId) {
            String text = chunk.content();
            if (!chunk.last() && !text.isEmpty()) {
                call.chunk(text);
            }
        }
    }

    private static final class Routes extends RouteBuilder {

        private static final String MODEL = "llmchat:load?maxRetries=0&connectTimeout=120s&maxPendingRequests=100000";

        @Override
        public void configure() {
            from("direct:chunksTo").to(MODEL + "&chunksTo=direct:chunk");
            from("direct:chunk").process(Routes::chunk);
            from("direct:split").to(MODEL + "&streaming=true").split(body()).streaming().process(Routes::chunk);
            from("direct:publisher").to(MODEL + "&streaming=true").process(new SubscribedBody(Long.MAX_VALUE));
            from("direct:whole").to(MODEL + "&streaming=true&output=text").process(exchange -> call(exchange)
                    .allChunks(exchange.getMessage().getBody(String.class)));
            from(PLAIN).to(MODEL).process(exchange -> call(exchange).chunk(exchange.getMessage().getBody(String.class)));
        }

        private static void chunk(Exchange exchange) {
            exchange.getProperty(ChunkTaker.PROPERTY, ChunkTaker.class)
                    .take(exchange.getMessage().getBody(ChatChunk.class), null);
        }

        private static Call call(Exchange exchange) {
            return exchange.getProperty(ChunkTaker.PROPERTY, Chunks.class).call();
        }
    }
}
