package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes are read as the standard says, in one piece or in two, and no more of them is held than the limit allows.
 */
class SseParserFuzzTest {

    private static final int LIMIT = 12;

    /** What the fuzzer starts from. */
    static Stream<byte[]> seeds() {
        return Stream.of(
                "data: {\"a\":1}\n\ndata: [DONE]\n\n",
                "\uFEFFevent: error\r\ndata: one\r\ndata:two\r\n\r\n: still there\r\n\r\n",
                "id: 1\rretry: 9\rdata\r\rdata: a longer piece of text")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void readsWhatTheStandardSaysHoweverItIsCut(byte[] stream) {
        PlainReading expected = new PlainReading(stream);
        for (int middle : new int[] { 0, stream.length / 3, stream.length / 2 }) {
            Recorder recorder = new Recorder();
            recorder.feed(stream, 0, middle).feed(stream, middle, stream.length);
            assertThat(recorder.seen).isEqualTo(expected.seen);
            assertThat(recorder.finish()).isEqualTo(expected.left);
        }
        holdsNoMoreThanTheLimit(stream, expected);
    }

    private static void holdsNoMoreThanTheLimit(byte[] stream, PlainReading expected) {
        Recorder recorder = new Recorder(LIMIT);
        try {
            recorder.feed(stream, 0, stream.length);
            assertThat(recorder.seen).isEqualTo(expected.seen);
        } catch (SseLimitException e) {
            assertThat(recorder.seen).isEqualTo(expected.seen.subList(0, recorder.seen.size()));
        }
        assertThat(recorder.seen).filteredOn(seen -> seen.data() != null)
                .allSatisfy(seen -> assertThat(seen.data().length()).isLessThanOrEqualTo(LIMIT));
    }
}
