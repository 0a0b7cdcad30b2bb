package io.github.llmchat.sse;

import org.junit.jupiter.api.Test;

import static io.github.llmchat.sse.Seen.event;
import static org.assertj.core.api.Assertions.assertThat;

class SseParserFinishTest {

    @Test
    void isNullWhenNothingWasFed() {
        assertThat(new Recorder().finish()).isNull();
    }

    @Test
    void isNullWhenTheLastEventHadItsBlankLine() {
        assertThat(new Recorder().feed("data: a\r\r").finish()).isNull();
    }

    @Test
    void takesAnUnterminatedLineAsALine() {
        assertThat(new Recorder().feed("data: [DO").feed("NE]").finish()).isEqualTo(event(null, "[DONE]"));
        assertThat(new Recorder().feed("da").feed("ta").finish()).isEqualTo(event(null, ""));
    }

    @Test
    void doesNotTakeThePartOfAFieldNameForTheField() {
        assertThat(new Recorder().feed("dat").finish()).isNull();
    }

    @Test
    void keepsTheNameOfTheEvent() {
        assertThat(new Recorder().feed("event: error\ndata: a\n").finish()).isEqualTo(event("error", "a"));
    }

    @Test
    void doesNotReportAnEventWithoutData() {
        assertThat(new Recorder().feed("event: error\nid: 1").finish()).isNull();
    }

    @Test
    void tellsTheListenerNothing() {
        Recorder recorder = new Recorder().feed("data: a\n: comment");
        recorder.finish();
        assertThat(recorder.seen).isEmpty();
    }

    @Test
    void givesTheEventOnce() {
        Recorder recorder = new Recorder().feed("data: a\ndata");
        assertThat(recorder.finish()).isEqualTo(event(null, "a\n"));
        assertThat(recorder.finish()).isNull();
    }
}
