package io.github.llmchat.sse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.llmchat.sse.Seen.COMMENT;
import static io.github.llmchat.sse.Seen.event;
import static org.assertj.core.api.Assertions.assertThat;

class SseParserWhatwgTest {

    @ParameterizedTest
    @MethodSource("io.github.llmchat.sse.SseCases#all")
    void readsTheStreamAsTheStandardSays(SseCase stream) {
        Recorder recorder = new Recorder();
        recorder.feed(stream.bytes(), 0, stream.bytes().length);

        assertThat(recorder.seen).isEqualTo(stream.expected());
        assertThat(recorder.finish()).isEqualTo(stream.left());
    }

    @Test
    void reportsAnEventWithTheByteThatEndsItsBlankLine() {
        Recorder recorder = new Recorder().feed("data: a\n");
        assertThat(recorder.seen).isEmpty();

        recorder.feed("\n");
        assertThat(recorder.seen).containsExactly(event(null, "a"));
    }

    @Test
    void doesNotWaitForTheByteAfterABareCr() {
        Recorder recorder = new Recorder().feed("data: a\r\r");
        assertThat(recorder.seen).containsExactly(event(null, "a"));

        recorder.feed("data: b\r\n\r");
        assertThat(recorder.seen).containsExactly(event(null, "a"), event(null, "b"));
    }

    @Test
    void swallowsOnlyOneLfAfterCr() {
        Recorder recorder = new Recorder().feed("data: a\r");
        assertThat(recorder.feed("\n").seen).isEmpty();
        assertThat(recorder.feed("\n").seen).containsExactly(event(null, "a"));
    }

    @Test
    void reportsACommentWhenItsLineEnds() {
        Recorder recorder = new Recorder().feed(": keep");
        assertThat(recorder.seen).isEmpty();

        recorder.feed("-alive\r");
        assertThat(recorder.seen).containsExactly(COMMENT);
    }
}
