package io.github.llmchat.scenario.server;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** HTTP/2 closes a stream when its answer is through: that is no client who has left. */
class AnswersOverHttp2AreCompleteTest extends ServerScenario {

    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up").onCompletion().process(exchange -> {
            Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
            ends.add(failure == null ? "complete" : failure.getClass().getSimpleName());
        }).end().to(llmchat(""));
    }

    @Test
    void whole() throws Exception {
        gateway.willAnswer(Script.answer("ok"));

        assertThat(ask(false).body()).contains("ok");
        assertThat(ends.poll(SOON.toSeconds(), SECONDS)).isEqualTo("complete");
    }

    @Test
    void streamed() throws Exception {
        gateway.willAnswer(Script.sse().text("one", "two").finish("stop").done());

        assertThat(ask(true).body()).contains("two").contains("[DONE]");
        assertThat(ends.poll(SOON.toSeconds(), SECONDS)).isEqualTo("complete");
    }

    @Test
    void whoeverLeavesIsNoticed() throws Exception {
        CountDownLatch upstreamClosed = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("one").awaitClientClose(upstreamClosed));

        HttpResponse<InputStream> response = http2.send(
                chat(asks("up", ",\"stream\":true")).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        response.body().close();

        assertThat(upstreamClosed.await(SOON.toSeconds(), SECONDS)).isTrue();
        assertThat(ends.poll(SOON.toSeconds(), SECONDS)).isEqualTo("ClientGoneException");
    }

    private HttpResponse<String> ask(boolean stream) throws Exception {
        HttpResponse<String> response
                = http2.send(chat(asks("up", ",\"stream\":" + stream)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return response;
    }
}
