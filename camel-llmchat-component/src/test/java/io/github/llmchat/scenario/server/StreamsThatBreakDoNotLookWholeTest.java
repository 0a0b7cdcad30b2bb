package io.github.llmchat.scenario.server;

import java.util.concurrent.atomic.AtomicReference;

import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StreamsThatBreakDoNotLookWholeTest extends ServerScenario {

    private final AtomicReference<Throwable> ended = new AtomicReference<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("llmchat:up").onCompletion().onFailureOnly().process(
                exchange -> ended.set(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))).end()
                .to(llmchat(""));
    }

    @Test
    void anErrorInTheStreamIsAnEventAndThenTheConnectionIsClosed() throws Exception {
        String all = streamed(Script.sse().text("one").event("{\"error\":{\"message\":\"host-42 broke\",\"code\":\"x\"}}"));

        assertThat(all).contains("\"one\"").contains("data: {\"error\":{\"message\":").doesNotContain("[DONE]", "host-42")
                // the last chunk of the body, without which it is not complete
                .doesNotEndWith("0\r\n\r\n");
        await().atMost(SOON).untilAsserted(() -> assertThat(ended.get()).isInstanceOf(StreamErrorException.class));
    }

    @Test
    void soIsOneThatIsCut() throws Exception {
        String all = streamed(Script.sse().text("one").cut());

        assertThat(all).contains("\"one\"").contains("data: {\"error\":").doesNotContain("[DONE]").doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void aWholeAnswerThatBreaksOffIsAnError() throws Exception {
        gateway.willAnswer(Script.sse().text("one").event("{\"error\":{\"message\":\"host-42 broke\"}}"));
        // streamed from the gateway, whole for the client

        assertThat(send(chat(asks("up", ",\"stream\":false"))).statusCode()).isEqualTo(502);
    }

    private String streamed(Script script) throws Exception {
        gateway.willAnswer(script);
        try (RawClient client = raw()) {
            return client.post(asks("up", ",\"stream\":true")).readAll();
        }
    }

}
