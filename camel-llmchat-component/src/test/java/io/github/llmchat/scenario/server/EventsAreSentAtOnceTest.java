package io.github.llmchat.scenario.server;

import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventsAreSentAtOnceTest extends ServerScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up").to(llmchat(""));
    }

    @Test
    void theClientHasEachBeforeTheGatewaySendsTheNext() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("one").hold(first).text("two").hold(second).finish("stop").done());
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 OK\r\n");
            client.readUntil("\"one\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n");
            first.countDown();
            client.readUntil("\"two\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n");
            second.countDown();
            client.readUntil("data: [DONE]\n\n");
            client.readUntil("0\r\n\r\n");
        }
    }
}
