package io.github.llmchat.scenario.failure;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** While a route is behind, the silence is ours and not the gateway's. */
class SlowRouteCausesNoTimeoutTest extends GatewayScenario {

    private static final String OPTIONS = "chunkBuffer=4&readTimeout=1500&chunkTimeout=1500&";
    private static final int CHUNKS = 8_000;

    private final AtomicInteger chunks = new AtomicInteger();
    private final AtomicBoolean sentAll = new AtomicBoolean();
    private boolean sentAllWhileBusy;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:chunksTo").to(llmchat(OPTIONS + "chunksTo=direct:chunk"));
        builder.from("direct:chunk").process(exchange -> process());
        builder.from("direct:iterator").to(llmchat(OPTIONS + "streaming=true")).process(this::iterate);
    }

    private void iterate(Exchange exchange) throws InterruptedException {
        ChatStream stream = exchange.getMessage().getBody(ChatStream.class);
        while (stream.hasNext()) {
            stream.next();
            process();
        }
    }

    /** Busy with the first chunk for longer than the timeouts. */
    private void process() throws InterruptedException {
        if (chunks.incrementAndGet() == 1) {
            assertThat(new CountDownLatch(1).await(3_500, TimeUnit.MILLISECONDS)).isFalse();
            sentAllWhileBusy = sentAll.get();
        }
    }

    @Test
    void aSlowChunkRoute() {
        ask("direct:chunksTo", Script.sse());
    }

    @Test
    void aSlowReader() {
        ask("direct:iterator", Script.sse());
    }

    private void ask(String uri, SseScript start) {
        // more than the buffers of both kernels hold
        String[] texts = new String[CHUNKS];
        Arrays.fill(texts, "x".repeat(1_500));
        gateway.willAnswer(start.text(texts).then(() -> sentAll.set(true)).finish("stop").done());
        Exchange exchange = ask(uri);
        assertThat(exchange.getException()).isNull();
        assertThat(chunks.get()).isEqualTo(CHUNKS + 2);
        assertThat(sentAllWhileBusy).as("the gateway could send all of it meanwhile").isFalse();
    }
}
