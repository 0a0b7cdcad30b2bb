package io.github.llmchat.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes, and however it is cut. */
class SseParserTakesAnyBytesTest {

    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<byte[]> pieces = Arbitraries.of(
                "data", "data:", "data: ", "data: a", "event: e", "event:", "id: 1", "retry", ":", ": c", "\n", "\r", "\r\n",
                "\n\n", "\r\r", "\uFEFF", "\u00E9", "{\"a\":1}", "[DONE]", " ", "x", "a longer piece of text")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        return Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, noise))
                .list().ofMaxSize(40).map(SseParserTakesAnyBytesTest::joined);
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Property
    void readsWhatTheStandardSays(
            @ForAll("streams") byte[] stream, @ForAll @Size(max = 20) List<@IntRange(max = 30) Integer> cuts) {
        PlainReading expected = new PlainReading(stream);
        Recorder recorder = new Recorder();
        feed(recorder, stream, cuts);
        assertThat(recorder.seen).isEqualTo(expected.seen);
        assertThat(recorder.finish()).isEqualTo(expected.left);
    }

    @Property
    void readsTheSameInOnePieceAsInMany(
            @ForAll byte[] stream, @ForAll @Size(max = 20) List<@IntRange(max = 30) Integer> cuts) {
        Recorder whole = new Recorder().feed(stream, 0, stream.length);
        Recorder cut = new Recorder();
        feed(cut, stream, cuts);
        assertThat(cut.seen).isEqualTo(whole.seen);
        assertThat(cut.finish()).isEqualTo(whole.finish());
    }

    @Property
    void holdsNoMoreThanTheLimit(
            @ForAll("streams") byte[] stream, @ForAll @Size(max = 20) List<@IntRange(max = 30) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        Recorder unlimited = new Recorder().feed(stream, 0, stream.length);
        Recorder recorder = new Recorder(limit);
        try {
            feed(recorder, stream, cuts);
            assertThat(recorder.seen).isEqualTo(unlimited.seen);
            Seen left = recorder.finish();
            assertThat(left).isEqualTo(unlimited.finish());
        } catch (SseLimitException e) {
            assertThat(e.limit()).isEqualTo(limit);
            assertThat(recorder.seen).as("what came before the limit")
                    .isEqualTo(unlimited.seen.subList(0, recorder.seen.size()));
        }
        assertThat(recorder.seen).filteredOn(seen -> seen.data() != null)
                .allSatisfy(seen -> assertThat(seen.data().length()).isLessThanOrEqualTo(limit));
    }

    /** Feeds pieces of these sizes, and what is left in one. */
    private static void feed(Recorder recorder, byte[] stream, List<Integer> sizes) {
        int from = 0;
        for (int size : sizes) {
            int to = Math.min(stream.length, from + size);
            recorder.feed(stream, from, to);
            from = to;
        }
        recorder.feed(stream, from, stream.length);
    }
}
