package io.github.llmchat.sse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EncodedEventsAreReadBackTest {

    @Test
    void oneLineIsOneField() {
        assertThat(new String(SseEncoder.event(utf8("{\"a\":\"é\"}")), StandardCharsets.UTF_8))
                .isEqualTo("data: {\"a\":\"é\"}\n\n");
        assertThat(new String(SseEncoder.comment("keep-alive"), StandardCharsets.UTF_8)).isEqualTo(": keep-alive\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "x", "{}", "a\nb", "\n", "a\n\nb\n", " two\n  spaces", ":colon", "data: x", "é\n模型" })
    void dataIsWhatItWas(String data) {
        assertThat(read(data)).containsExactly(data, "next");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a\r\nb", "a\rb" })
    void everyLineBreakIsReadAsLineFeed(String data) {
        assertThat(read(data)).containsExactly("a\nb", "next");
    }

    private static List<String> read(String data) {
        List<String> texts = new ArrayList<>();
        SseParser parser = new SseParser(1_000_000, new SseListener() {
            @Override
            public void event(SseEvent event) {
                texts.add(event.text());
            }

            @Override
            public void comment() {
                // passed over
            }
        });
        for (byte[] each : List.of(SseEncoder.event(utf8(data)), SseEncoder.comment("c"), SseEncoder.event(utf8("next")))) {
            parser.feed(ByteBuffer.wrap(each));
        }
        return texts;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
