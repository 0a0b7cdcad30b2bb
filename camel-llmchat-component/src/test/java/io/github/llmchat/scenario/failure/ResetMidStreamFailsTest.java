package io.github.llmchat.scenario.failure;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.scenario.stream.GatewayScenario;
import io.github.llmchat.stream.ChatStream;
import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A reset that comes when a part has been read; sooner it may destroy that part on its way. */
class ResetMidStreamFailsTest extends GatewayScenario {

    private final CountDownLatch processed = new CountDownLatch(1);
    private StreamTruncatedException seenByReader;

    @Override
    protected void routes(RouteBuilder builder) {
        builder.from("direct:whole").to(llmchat("chunksTo=direct:chunk"));
        builder.from("direct:chunk").process(exchange -> processed.countDown());
        builder.from("direct:stream").to(llmchat("streaming=true")).process(this::read);
    }

    private void read(Exchange exchange) {
        ChatStream stream = exchange.getMessage().getBody(ChatStream.class);
        ChatChunk first = stream.next();
        assertThat(first.content()).isEqualTo("Half");
        processed.countDown();
        seenByReader = catchThrowableOfType(StreamTruncatedException.class, stream::next);
        assertThat(stream.hasNext()).isFalse();
    }

    @Test
    void theCallerOfAChunkRouteFails() {
        gateway.willAnswer(Script.sse().text("Half").hold(processed).reset());
        Exchange exchange = ask("direct:whole");
        StreamTruncatedException failure = exchange.getException(StreamTruncatedException.class);
        assertThat(failure.partialCompletion().text()).isEqualTo("Half");
        assertThat(failure).hasMessageContaining("broke").hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void theReaderOfAStreamFails() {
        gateway.willAnswer(Script.sse().text("Half").hold(processed).reset());
        Exchange exchange = ask("direct:stream");
        assertThat(exchange.getException()).isNull();
        assertThat(seenByReader.partialCompletion().text()).isEqualTo("Half");
    }
}
