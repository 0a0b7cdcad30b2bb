package io.github.llmchat.scenario.server;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** With HTTP/2, a stream that is closed because all of it was sent is no client that has gone. */
class AnswersOverHttp2ArriveTest extends ServerScenario {

    private static final int CALLS = 10;

    private final HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:any").process(exchange -> {
            exchange.getExchangeExtension().addOnCompletion(new Ends());
            exchange.getMessage().setBody(List.of("a", "b").iterator());
        });
    }

    @Test
    void streamedAndWhole() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            for (String stream : List.of("true", "false")) {
                HttpResponse<String> response = http2.send(
                        chat(asks("any", ",\"stream\":" + stream)).build(), HttpResponse.BodyHandlers.ofString());

                assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(ends.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo("complete");
            }
        }
    }

    private final class Ends extends SynchronizationAdapter {

        @Override
        public void onComplete(Exchange exchange) {
            ends.add("complete");
        }

        @Override
        public void onFailure(Exchange exchange) {
            ends.add("failed: " + exchange.getException());
        }
    }
}
