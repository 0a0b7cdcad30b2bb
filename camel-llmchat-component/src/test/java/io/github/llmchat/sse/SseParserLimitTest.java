package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.llmchat.sse.Seen.COMMENT;
import static io.github.llmchat.sse.Seen.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SseParserLimitTest {

    private static final int LIMIT = 10;

    @ParameterizedTest
    @ValueSource(strings = {
            "data: 0123456789\n\n",
            "data: 0123\ndata:\ndata: 5678\n\n",
            "data\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\n\n",
            "data: \u4FEE\u4FEE\u4FEE.\n\n",
            "event: 0123456789\ndata: 0123456789\n\n" })
    void anEventMayBeAsLargeAsTheLimit(String stream) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        for (int split = 0; split <= bytes.length; split++) {
            Recorder recorder = new Recorder(LIMIT);
            recorder.feed(bytes, 0, split).feed(bytes, split, bytes.length);
            assertThat(recorder.seen).singleElement().satisfies(seen -> assertThat(seen.data()).hasSize(LIMIT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "data: 0123456789X",
            "data: 0123\ndata:\ndata: 5678X",
            "data\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\ndata\n",
            "data: 0123456789\ndata\n",
            "data: \u4FEE\u4FEE\u4FEE\u00E9",
            "event: 0123456789X",
            "data: a\nevent: 0123456789X" })
    void oneByteMoreIsTooMuch(String stream) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= bytes.length; i++) {
            int split = i;
            Recorder recorder = new Recorder(LIMIT);
            assertThatExceptionOfType(SseLimitException.class)
                    .isThrownBy(() -> recorder.feed(bytes, 0, split).feed(bytes, split, bytes.length))
                    .satisfies(e -> assertThat(e.limit()).isEqualTo(LIMIT))
                    .withMessage("Server-sent event of at least 11 bytes, but the limit is 10 bytes");
        }
    }

    @Test
    void doesNotWaitForTheEndOfTheLine() {
        Recorder recorder = new Recorder(LIMIT).feed("data: 01234").feed("56789");
        assertThatExceptionOfType(SseLimitException.class).isThrownBy(() -> recorder.feed("X"));
    }

    @Test
    void reportsTheEventsBeforeTheOneThatIsTooLarge() {
        Recorder recorder = new Recorder(LIMIT);
        assertThatExceptionOfType(SseLimitException.class)
                .isThrownBy(() -> recorder.feed("data: a\n\n:\n\ndata: 0123456789X\n\n"));
        assertThat(recorder.seen).containsExactly(event(null, "a"), COMMENT);
    }

    @Test
    void isForEachEventNotForTheStream() {
        Recorder recorder = new Recorder(LIMIT);
        recorder.feed("event: 01234567\ndata: 01234567\n\n".repeat(100));
        assertThat(recorder.seen).hasSize(100).containsOnly(event("01234567", "01234567"));
    }

    @Test
    void doesNotApplyToWhatIsIgnored() {
        String large = "x".repeat(100);
        Recorder recorder = new Recorder(LIMIT);
        recorder.feed("id: " + large + "\n" + large + ": a\n" + large + "\n:" + large + "\n").feed("data: a\n\n");
        assertThat(recorder.seen).containsExactly(COMMENT, event(null, "a"));
    }

    @Test
    void theLastNameAloneCounts() {
        Recorder recorder = new Recorder(LIMIT).feed("event: 012345\n".repeat(5)).feed("data: a\n\n");
        assertThat(recorder.seen).containsExactly(event("012345", "a"));
    }

    @Test
    void mayBeAsLargeAsAnArray() {
        Recorder recorder = new Recorder(Integer.MAX_VALUE).feed("data: ").feed("a").feed("b\ndata: c\n\n");
        assertThat(recorder.seen).containsExactly(event(null, "ab\nc"));
    }

    @Test
    void isAtLeastOne() {
        assertThat(new Recorder(1).feed("data: a\n\n").seen).containsExactly(event(null, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recorder(0)).withMessageContaining("0");
    }
}
