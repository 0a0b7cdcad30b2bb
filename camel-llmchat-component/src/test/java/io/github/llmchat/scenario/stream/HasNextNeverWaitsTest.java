package io.github.llmchat.scenario.stream;

import java.util.concurrent.CountDownLatch;

import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking at a stream waits for nothing and takes nothing. */
class HasNextNeverWaitsTest extends ReadingScenario {

    @Test
    void itAnswersWhileTheGatewayIsSilent() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("a").hold(more).text("b").done());
        reading(stream -> {
            assertThat(stream.next().content()).isEqualTo("a");
            // if this waited it would wait for the latch, which comes after it
            assertThat(stream.hasNext()).isTrue();
            assertThat(stream.hasNext()).isTrue();
            more.countDown();
            assertThat(stream.next().content()).isEqualTo("b");
            assertThat(stream.hasNext()).isTrue();
            assertThat(stream.next().last()).isTrue();
        });
    }

    @Test
    void describingTheStreamReadsNothing() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        gateway.willAnswer(Script.sse().text("a").hold(more).text("b").done());
        reading(stream -> {
            assertThat(stream.toString()).contains(stream.id()).doesNotContain("\"");
            assertThat(context.getTypeConverter().convertTo(String.class, stream)).isEqualTo(stream.toString());
            more.countDown();
            assertThat(stream.next().content()).isEqualTo("a");
            assertThat(stream.next().content()).isEqualTo("b");
            assertThat(stream.next().completion().text()).isEqualTo("ab");
        });
    }
}
