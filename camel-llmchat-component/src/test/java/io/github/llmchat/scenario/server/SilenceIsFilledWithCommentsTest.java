package io.github.llmchat.scenario.server;

import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceIsFilledWithCommentsTest extends ServerScenario {

    private static final String COMMENT = ": keep-alive\n\n";

    private final CountDownLatch seen = new CountDownLatch(1);

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up?keepAliveInterval=50").to(llmchat(""));
    }

    @Test
    void betweenEvents() throws Exception {
        gateway.willAnswer(Script.sse().text("one").hold(seen).text("two").finish("stop").done());
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            client.readUntil("\"one\"");
            client.readUntil(COMMENT);
            client.readUntil(COMMENT);
            seen.countDown();
            client.readUntil("\"two\"");
            client.readUntil("data: [DONE]\n\n");
        }
    }

    @Test
    void beforeTheRouteHasAnswered() throws Exception {
        gateway.willAnswer(Script.sse().holdHeaders(seen).text("one").finish("stop").done());
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            assertThat(client.readUntil(COMMENT)).startsWith("HTTP/1.1 200").contains("text/event-stream");
            seen.countDown();
            client.readUntil("\"one\"");
            client.readUntil("data: [DONE]\n\n");
        }
    }

    @Test
    void whatFailsAfterwardsIsAnEvent() throws Exception {
        gateway.willAnswer(Script.error(429, "requests", "rate_limit_exceeded", "slow down").hold(seen));
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            client.readUntil(COMMENT);
            seen.countDown();
            assertThat(client.readAll()).contains("data: {\"error\":{").contains("rate_limit_exceeded")
                    .doesNotContain("[DONE]").doesNotEndWith("0\r\n\r\n");
        }
    }
}
