package io.github.llmchat.scenario.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A stream may be read behind a queue or on other threads: it belongs to the exchange that has it last. */
class StreamGoesOverToAnotherThreadTest extends GatewayScenario {

    private final CountDownLatch callerIsBack = new CountDownLatch(1);
    private final CompletableFuture<String> read = new CompletableFuture<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:seda").to(llmchat("streaming=true")).to("seda:reader?waitForTaskToComplete=Never");
        builder.from("seda:reader").process(exchange -> read(exchange.getMessage().getBody(ChatStream.class)));
        builder.from("direct:threads").to(llmchat("streaming=true")).threads(1)
                .process(exchange -> read(exchange.getMessage().getBody(ChatStream.class)));
    }

    private void read(ChatStream stream) throws InterruptedException {
        assertThat(callerIsBack.await(30, TimeUnit.SECONDS)).isTrue();
        StringBuilder text = new StringBuilder();
        stream.forEachRemaining(chunk -> text.append(chunk.content()));
        read.complete(text.toString());
    }

    @Test
    void behindAQueueWhenTheFirstExchangeIsDone() throws Exception {
        gateway.willAnswer(Script.sse().text("a").hold(callerIsBack).text("b", "c").done());
        assertThat(ask("direct:seda").getException()).isNull();
        callerIsBack.countDown();
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("abc");
    }

    @Test
    void onThreadsOfTheRoute() throws Exception {
        gateway.willAnswer(Script.sse().text("a").hold(callerIsBack).text("b", "c").done());
        CompletableFuture<Object> caller = template.asyncRequestBody("direct:threads", PROMPT);
        callerIsBack.countDown();
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("abc");
        caller.get(30, TimeUnit.SECONDS);
    }
}
