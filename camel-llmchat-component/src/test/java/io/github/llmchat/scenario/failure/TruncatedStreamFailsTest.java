package io.github.llmchat.scenario.failure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A stream that ends with neither a finish reason nor [DONE] is a failure, which has what had arrived. */
class TruncatedStreamFailsTest extends EveryWay {

    private static final SseScript BEGUN = Script.sse().header("x-request-id", "req-1").text("Half", " an");

    static Stream<Arguments> cases() {
        byte[] halfEvent = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo".getBytes(StandardCharsets.UTF_8);
        return Stream.of(Way.WHOLE, Way.CHUNKS_TO, Way.ITERATOR, Way.PUBLISHER).flatMap(way -> Stream.of(
                Arguments.of(way, "a clean end", BEGUN),
                Arguments.of(way, "a clean end after half an event", BEGUN.raw(halfEvent)),
                Arguments.of(way, "the end of a body without length", BEGUN.closeDelimited()),
                Arguments.of(way, "a cut within the chunked body", BEGUN.cut()),
                Arguments.of(way, "a cut within an event", BEGUN.raw(halfEvent).cut())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void theFailureHasWhatHadArrived(Way way, String ending, Script script) throws Exception {
        gateway.willAnswer(script);
        Got got = take(way, "");
        assertThat(got.failure()).isInstanceOf(StreamTruncatedException.class);
        assertThat(got.chatFailure().partialCompletion().text()).isEqualTo("Half an");
        assertThat(got.chatFailure().partialCompletion().finishReason()).isNull();
        assertThat(got.chatFailure().requestId()).isEqualTo("req-1");
        assertThat(got.chatFailure().httpStatus()).isEqualTo(200);
        assertThat(got.chatFailure().url()).isEqualTo(gateway.baseUrl() + "/chat/completions");
        assertThat(got.texts()).isEqualTo(way == Way.WHOLE ? List.of() : List.of("Half", " an"));
    }

    static Stream<Way> wholeWays() {
        return Stream.of(Way.WHOLE, Way.CHUNKS_TO);
    }

    @ParameterizedTest
    @MethodSource("wholeWays")
    void theExchangeSaysWhatKindOfFailureItIs(Way way) throws Exception {
        gateway.willAnswer(BEGUN);
        Got got = take(way, "");
        assertThat(got.exchange().getProperty(LlmChatConstants.ERROR_CATEGORY)).isEqualTo("SERVER_ERROR");
    }
}
