package io.github.llmchat.sse;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SseParserSplitTest {

    @ParameterizedTest
    @MethodSource("io.github.llmchat.sse.SseCases#all")
    void readsTheSameByteByByte(SseCase stream) {
        Recorder recorder = new Recorder();
        for (int i = 0; i < stream.bytes().length; i++) {
            recorder.feed(stream.bytes(), i, i + 1);
        }
        assertReadAsAWhole(stream, recorder, List.of("every byte"));
    }

    @ParameterizedTest
    @MethodSource("io.github.llmchat.sse.SseCases#all")
    void readsTheSameSplitAtEveryPairOfPositions(SseCase stream) {
        byte[] bytes = stream.bytes();
        // first == second and the two ends are included: that gives every single split, with an empty buffer before,
        // between or after
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                Recorder recorder = new Recorder();
                recorder.feed(bytes, 0, first).feed(bytes, first, second).feed(bytes, second, bytes.length);
                assertReadAsAWhole(stream, recorder, List.of(first, second));
            }
        }
    }

    private static void assertReadAsAWhole(SseCase stream, Recorder recorder, List<?> splits) {
        assertThat(recorder.seen).as("%s, split at %s", stream, splits).isEqualTo(stream.expected());
        assertThat(recorder.finish()).as("left of %s, split at %s", stream, splits).isEqualTo(stream.left());
    }
}
