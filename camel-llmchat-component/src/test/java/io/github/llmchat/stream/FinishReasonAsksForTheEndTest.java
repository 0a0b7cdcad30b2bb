package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.sse.SseEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the answer seems complete, the transport is told to end the call after a while of silence; at {@code [DONE]},
 * soon.
 */
class FinishReasonAsksForTheEndTest {

    private final List<String> asked = new ArrayList<>();
    private final StreamReading reading = new StreamReading(false);
    private final ChunkSource source = new ChunkSource() {
        @Override
        public void resume() {
            asked.add("resume");
        }

        @Override
        public void abort() {
            asked.add("abort");
        }

        @Override
        public void endWithin(Duration grace) {
            asked.add("end within " + grace.toMillis());
        }

        @Override
        public void endAfterSilence(Duration grace) {
            asked.add("end after " + grace.toMillis());
        }
    };

    @Test
    void onceWhenAllChoicesHaveTheirs() {
        read("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}},{\"index\":1,\"delta\":{\"content\":\"b\"}}]}");
        read("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        assertThat(asked).isEmpty();

        read("{\"choices\":[{\"index\":1,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        read("{\"choices\":[],\"usage\":{\"total_tokens\":3}}");

        assertThat(asked).containsExactly("end after 5000");
        assertThat(reading.finish(null).last()).isTrue();
    }

    @Test
    void atTheSentinel() {
        read("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}");
        read(" [DONE] ");
        read("not json");

        assertThat(asked).containsExactly("end within 500");
        assertThat(reading.finish(null).completion().text()).isEqualTo("a");
    }

    private void read(String data) {
        reading.read(new SseEvent(null, data.getBytes(StandardCharsets.UTF_8)), source);
    }
}
