package io.github.llmchat.scenario.failure;

import java.util.List;
import java.util.stream.Stream;

import io.github.llmchat.LlmChatConstants;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer that ended early is an answer: why it ended stands in it. */
class FinishReasonsAreAnswersTest extends EveryWay {

    static Stream<Arguments> cases() {
        return Stream.of(Way.WHOLE, Way.CHUNKS_TO, Way.ITERATOR, Way.PUBLISHER)
                .flatMap(way -> Stream.of("stop", "length", "content_filter", "tool_calls", "no_such_reason")
                        .map(reason -> Arguments.of(way, reason)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyReasonIsAnAnswer(Way way, String reason) throws Exception {
        gateway.willAnswer(Script.sse().text("Half", " an").finish(reason).usage(3, 2).done());
        Got got = take(way, "");
        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("Half an");
        assertThat(got.completion().finishReason()).isEqualTo(reason);
        assertThat(got.completion().usage().totalTokens()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = { "WHOLE", "CHUNKS_TO" })
    void aWholeAnswerHasItInAHeader(Way way) throws Exception {
        gateway.willAnswer(Script.sse().text("Half").finish("length").done());
        Got got = take(way, "");
        assertThat(got.exchange().getMessage().getHeader(LlmChatConstants.FINISH_REASON)).isEqualTo("length");
    }

    @ParameterizedTest
    @EnumSource(names = { "WHOLE", "CHUNKS_TO", "ITERATOR", "PUBLISHER" })
    void aReasonThatIsNeverSentIsInferredFromDone(Way way) throws Exception {
        gateway.willAnswer(Script.sse().text("All").done());
        Got got = take(way, "");
        assertThat(got.completion().finishReason()).isEqualTo("stop");
        assertThat(got.texts()).isEqualTo(List.of("All"));
    }
}
