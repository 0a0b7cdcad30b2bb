package io.github.llmchat.scenario.failure;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.llmchat.error.LimitException;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a gateway sends is bounded; beyond that the connection is closed. */
class AnswerIsTooLargeTest extends EveryWay {

    private static final int PIECE = 64 * 1024;
    private static final int PIECES = 1_000;

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void anEventHasMaxEventSize(Way way) throws Exception {
        gateway.willAnswer(Script.sse().text("Half", "x".repeat(2_000)).stall());
        Got got = take(way, "maxEventSize=1000");
        assertLimit(got, "maxEventSize", 1_000);
        assertThat(got.chatFailure().partialCompletion().text()).isEqualTo("Half");
        gateway.awaitClientAborts(1, SOON);
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aStreamHasMaxResponseSize(Way way) throws Exception {
        gateway.willAnswer(Script.sse().text("x".repeat(1_000), "x".repeat(1_000), "x".repeat(1_000)).stall());
        Got got = take(way, "maxResponseSize=2500");
        assertLimit(got, "maxResponseSize", 2_500);
        assertThat(got.chatFailure().partialCompletion().text()).isNotEmpty().matches("x+");
        gateway.awaitClientAborts(1, SOON);
    }

    @ParameterizedTest
    @EnumSource
    void aWholeAnswerHasMaxResponseSize(Way way) throws Exception {
        gateway.willAnswer(Script.answer("x".repeat(10_000)));
        assertLimit(take(way, "maxResponseSize=5000"), "maxResponseSize", 5_000);
    }

    @Test
    void aCompressedAnswerCountsAsWhatComesOutOfIt() throws Exception {
        gateway.willAnswer(Script.sse().gzip().contentType("application/json").raw("{\"x\":\"" + "x".repeat(1_000_000)));
        assertLimit(take(Way.PLAIN, "maxResponseSize=100000"), "maxResponseSize", 100_000);
    }

    @Test
    void anAnswerOfThatSizeIsTaken() throws Exception {
        gateway.willAnswer(Script.json("{\"choices\":[]}"));
        assertThat(take(Way.PLAIN, "maxResponseSize=" + "{\"choices\":[]}".length()).failure()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = { "WHOLE", "CHUNKS_TO" })
    void anEndlessLineIsNotReadOn(Way way) throws Exception {
        AtomicInteger sent = new AtomicInteger();
        SseScript script = Script.sse().text("Half").raw("data: ");
        byte[] piece = "x".repeat(PIECE).getBytes();
        for (int i = 0; i < PIECES; i++) {
            script = script.raw(piece).then(sent::incrementAndGet);
        }
        gateway.willAnswer(script.stall());
        assertLimit(take(way, "maxEventSize=100000"), "maxEventSize", 100_000);
        gateway.awaitClientAborts(1, SOON);
        assertThat(sent.get()).as("pieces that the gateway could send, kernel buffers included").isLessThan(PIECES / 2);
    }

    private static void assertLimit(Got got, String option, long limit) {
        assertThat(got.failure()).isInstanceOf(LimitException.class).hasMessageContaining(option)
                .hasMessageContaining(Long.toString(limit));
        LimitException failure = (LimitException) got.failure();
        assertThat(failure.option()).isEqualTo(option);
        assertThat(failure.limit()).isEqualTo(limit);
        assertThat(failure.httpStatus()).isEqualTo(200);
    }
}
