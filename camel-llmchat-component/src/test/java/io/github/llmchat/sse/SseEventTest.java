package io.github.llmchat.sse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class SseEventTest {

    @Test
    void hasOnlyTheNameThatItCarries() {
        SseEvent error = new SseEvent("error", new byte[0]);
        assertThat(error.hasName("error")).isTrue();
        assertThat(error.hasName("Error")).isFalse();
        assertThat(error.hasName("error ")).isFalse();
    }

    @Test
    void hasNoNameWhenItCarriesNone() {
        SseEvent unnamed = new SseEvent(null, new byte[0]);
        assertThat(unnamed.hasName("message")).isFalse();
        assertThat(unnamed.hasName(null)).isFalse();
    }

    @Test
    void textReplacesWhatIsNotUtf8() {
        byte[] data = { 'a', (byte) 0xFF, (byte) 0xE4, (byte) 0xBF, (byte) 0xAE };
        assertThat(new SseEvent(null, data).text()).isEqualTo("a\uFFFD\u4FEE");
    }

    @Test
    void dataIsNeverNull() {
        assertThatNullPointerException().isThrownBy(() -> new SseEvent("error", null));
    }
}
