package io.github.llmchat.scenario.server;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StoppedRoutesFinishTheirAnswersTest extends ServerScenario {

    private final CountDownLatch more = new CountDownLatch(1);

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up").routeId("up").to(llmchat(""));
        builder.from("llmchat:other").setBody(builder.constant("ok"));
    }

    @Test
    void andRefuseOthersUntilTheyRunAgain() throws Exception {
        gateway.willAnswer(Script.sse().text("one").hold(more).text("two").finish("stop").done());
        gateway.alwaysAnswers(Script.answer("ok"));
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            client.readUntil("\"one\"");
            CompletableFuture<Void> stopped = stopping(() -> context.getRouteController().stopRoute("up"));
            await().atMost(SOON).until(() -> send(chat(asks("up", ""))).statusCode() == 503);
            assertThat(stopped).as("waits for the answer").isNotDone();

            more.countDown();
            client.readUntil("\"two\"");
            client.readUntil("data: [DONE]\n\n");
            stopped.get(SOON.toSeconds(), SECONDS);
        }
        HttpResponse<String> refused = send(chat(asks("up", "")));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        assertThat(json(refused).at("/error/type").asText()).isEqualTo("server_error");
        assertThat(send(chat(asks("other", ""))).statusCode()).isEqualTo(200);

        context.getRouteController().startRoute("up");

        assertThat(send(chat(asks("up", ""))).statusCode()).isEqualTo(200);
    }

    @Test
    void alsoWhenTheContextStops() throws Exception {
        gateway.willAnswer(Script.sse().text("one").hold(more).text("two").finish("stop").done());
        gateway.alwaysAnswers(Script.answer("ok"));
        try (RawClient client = raw().post(asks("up", ",\"stream\":true"))) {
            client.readUntil("\"one\"");
            CompletableFuture<Void> stopped = stopping(context::stop);
            await().atMost(SOON).until(() -> send(chat(asks("up", ""))).statusCode() == 503);

            more.countDown();
            client.readUntil("\"two\"");
            client.readUntil("data: [DONE]\n\n");
            stopped.get(SOON.toSeconds(), SECONDS);
        }
    }

    private interface Stop {
        void run() throws Exception;
    }

    private static CompletableFuture<Void> stopping(Stop stop) {
        return CompletableFuture.runAsync(() -> {
            try {
                stop.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
