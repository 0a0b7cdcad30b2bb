package io.github.llmchat.sse;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Any bytes are read as the standard says, in one piece or in two. */
class SseParserFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void readsWhatTheStandardSaysHoweverItIsCut(byte[] stream) {
        PlainReading expected = new PlainReading(stream);
        for (int middle : new int[] { 0, stream.length / 3, stream.length / 2 }) {
            Recorder recorder = new Recorder();
            recorder.feed(stream, 0, middle).feed(stream, middle, stream.length);
            assertThat(recorder.seen).isEqualTo(expected.seen);
            assertThat(recorder.finish()).isEqualTo(expected.left);
        }
    }
}
