package io.github.llmchat.scenario.structured;

import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.error.OutputSchemaException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Chunks that a route has seen can't be taken back: there are no repairs then. */
class StreamsAreCheckedAtTheirEndTest extends StructuredScenario {

    private final List<String> pieces = new ArrayList<>();

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:chunk").process(e -> pieces.add(e.getMessage().getBody(String.class)));
        builder.from("direct:read").to(llmchat(INVOICE + "&streaming=true")).process(exchange -> {
            ChatStream stream = exchange.getMessage().getBody(ChatStream.class);
            while (stream.hasNext()) {
                ChatChunk chunk = stream.next();
                pieces.add(chunk.content());
            }
        });
    }

    @Test
    void theReaderOfAStreamGetsTheFailureInPlaceOfTheClosingChunk() {
        gateway.willAnswer(Script.sse().text(BAD).finish("stop").done());

        Exchange exchange = ask("direct:read");

        assertThat(exchange.getException()).isInstanceOf(OutputSchemaException.class);
        assertThat(String.join("", pieces)).isEqualTo(BAD);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void aStreamThatMatchesEndsAsEver() {
        gateway.willAnswer(Script.sse().text(GOOD).finish("stop").done());

        assertThat(ask("direct:read").getException()).isNull();
        assertThat(String.join("", pieces)).isEqualTo(GOOD);
    }

    @Test
    void afterChunksToTheBodyIsTheObject() {
        gateway.willAnswer(Script.sse().text(GOOD).finish("stop").done());

        assertThat(answered(INVOICE + "&chunksTo=direct:chunk").getMessage().getBody()).isInstanceOf(Invoice.class);
        assertThat(String.join("", pieces)).isEqualTo(GOOD);
    }

    @Test
    void afterChunksToAnAnswerThatDoesNotMatchFails() {
        gateway.willAnswer(Script.sse().text(BAD).finish("stop").done());

        assertThat(ask(llmchat(INVOICE + "&chunksTo=direct:chunk")).getException())
                .isInstanceOf(OutputSchemaException.class);
        assertThat(gateway.requests()).hasSize(1);
    }
}
