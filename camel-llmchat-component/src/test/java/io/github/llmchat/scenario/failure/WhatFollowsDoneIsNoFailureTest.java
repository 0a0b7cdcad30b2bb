package io.github.llmchat.scenario.failure;

import java.util.stream.Stream;

import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** [DONE] makes the answer complete, and so does an end after the finish reason. */
class WhatFollowsDoneIsNoFailureTest extends EveryWay {

    private static final SseScript FINISHED = Script.sse().text("Al", "l").finish("stop").usage(3, 2);
    private static final SseScript DONE = FINISHED.done();

    static Stream<Arguments> cases() {
        return Stream.of(Way.WHOLE, Way.CHUNKS_TO, Way.ITERATOR, Way.PUBLISHER).flatMap(way -> Stream.of(
                Arguments.of(way, "a second [DONE]", DONE.done()),
                Arguments.of(way, "no JSON", DONE.event("what?")),
                Arguments.of(way, "an error", DONE.event("{\"error\":{\"message\":\"late\"}}")),
                Arguments.of(way, "another chunk", DONE.text("more")),
                Arguments.of(way, "garbage", DONE.raw(new byte[] { 0, 1, -1, 13, 13, 10 })),
                Arguments.of(way, "a cut", DONE.cut()),
                Arguments.of(way, "a close", DONE.closeAfterwards()),
                Arguments.of(way, "no end", DONE.stall()),
                Arguments.of(way, "no blank line", FINISHED.raw("data: [DONE]")),
                Arguments.of(way, "no line end at all, and a cut", FINISHED.raw("data: [DONE]").cut()),
                Arguments.of(way, "blanks in the line", FINISHED.raw("data:  [DONE] \r\n\r\n")),
                Arguments.of(way, "a clean end without [DONE]", FINISHED),
                Arguments.of(way, "a cut without [DONE]", FINISHED.cut()),
                Arguments.of(way, "the end of a body without length", FINISHED.closeDelimited())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void theAnswerIsComplete(Way way, String follows, Script script) throws Exception {
        gateway.willAnswer(script);
        Got got = take(way, "");
        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("All");
        assertThat(got.completion().text()).isEqualTo("All");
        assertThat(got.completion().finishReason()).isEqualTo("stop");
        assertThat(got.completion().usage().totalTokens()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aConnectionThatStaysOpenIsClosed(Way way) throws Exception {
        gateway.willAnswer(DONE.stall());
        assertThat(take(way, "").failure()).isNull();
        gateway.awaitClientAborts(1, SOON);
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void doneInTheTextIsText(Way way) throws Exception {
        gateway.willAnswer(Script.sse().text("Say ", "[DONE]", " twice").finish("stop").done());
        assertThat(take(way, "").text()).isEqualTo("Say [DONE] twice");
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aLastEventWithoutItsBlankLineCounts(Way way) throws Exception {
        String last = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"l\"},\"finish_reason\":\"stop\"}]}";
        gateway.willAnswer(Script.sse().text("Al").raw("data: " + last));
        Got got = take(way, "");
        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("All");
        assertThat(got.completion().text()).isEqualTo("All");
    }
}
