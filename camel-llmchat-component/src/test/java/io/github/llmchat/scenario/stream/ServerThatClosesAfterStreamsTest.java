package io.github.llmchat.scenario.stream;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Some servers close a connection right after a stream although they had promised to keep it: no call fails because of
 * it.
 */
class ServerThatClosesAfterStreamsTest extends GatewayScenario {

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:0").to(llmchat("streaming=true&output=text"));
        builder.from("direct:1").to(llmchat(""));
    }

    @BeforeEach
    void closing() {
        Script stream = Script.sse().text("a", "b").finish("stop").done().closeAfterwards();
        Script whole = Script.answer("ab");
        gateway.alwaysAnswers(request -> request.json().path("stream").asBoolean() ? stream : whole);
    }

    @Test
    void oneCallAfterTheOther() {
        List<Exception> failures = IntStream.range(0, 600).mapToObj(this::call).filter(Objects::nonNull).toList();
        assertThat(failures).isEmpty();
    }

    @Test
    void sixteenCallersAtOnce() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Exception>> calls = IntStream.range(0, 800)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> call(i), callers)).toList();
            for (CompletableFuture<Exception> call : calls) {
                assertThat(call.get()).isNull();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private Exception call(int i) {
        Exchange exchange = ask("direct:" + i % 2);
        if (exchange.getException() == null) {
            assertThat(exchange.getMessage().getBody()).isEqualTo("ab");
        }
        return exchange.getException();
    }
}
