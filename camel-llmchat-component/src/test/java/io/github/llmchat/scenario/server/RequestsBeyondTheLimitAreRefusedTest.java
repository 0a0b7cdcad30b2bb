package io.github.llmchat.scenario.server;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RequestsBeyondTheLimitAreRefusedTest extends ServerScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up?maxConcurrentRequests=1").to(llmchat(""));
    }

    @Test
    void untilOneIsThrough() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("one").hold(more).finish("stop").done());
        gateway.alwaysAnswers(Script.answer("ok"));
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            client.readUntil("\"one\"");

            HttpResponse<String> second = send(chat(asks("up", "")));
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("retry-after")).hasValue("1");
            assertThat(json(second).at("/error/code").asText()).isEqualTo("rate_limit_exceeded");

            more.countDown();
            client.readUntil("data: [DONE]\n\n");
        }
        await().atMost(SOON).until(() -> send(chat(asks("up", ""))).statusCode() == 200);
    }
}
