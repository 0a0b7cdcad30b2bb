package io.github.llmchat.stream;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import com.sun.management.ThreadMXBean;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.sse.SseEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a gateway could send within the size of an answer, and what would take hours to add up. */
class ToolCallsHaveAnEndTest {

    private static final String DELTA = "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":%d,"
                                        + "\"function\":{\"name\":\"f\",\"arguments\":\"%s\"}}]}}]}";
    private static final long MEGABYTES = 1024L * 1024;

    private final StreamReading reading = new StreamReading(false);

    @Test
    void aThousandCallsAreTaken() {
        for (int i = 0; i < ToolCallAccumulator.MAX_CALLS; i++) {
            read(i, "{}");
        }
        assertThat(reading.partial().choices().get(0).message().toolCalls()).hasSize(ToolCallAccumulator.MAX_CALLS);
    }

    @Test
    void oneMoreIsAnError() {
        aThousandCallsAreTaken();
        assertThatExceptionOfType(StreamErrorException.class).isThrownBy(() -> read(ToolCallAccumulator.MAX_CALLS, "{}"))
                .withMessageContaining("1000 tool calls")
                .satisfies(e -> assertThat(e.partialCompletion()).isNotNull());
    }

    @Test
    void longArgumentsAreNotParsedAgainAndAgain() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String piece = "{" + " ".repeat(1_023);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            read(0, piece);
        }
        // their text alone, each time, would be 500 MB
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100 * MEGABYTES);
    }

    private void read(int index, String arguments) {
        reading.read(new SseEvent(null, DELTA.formatted(index, arguments).getBytes(StandardCharsets.UTF_8)), new NoSource());
    }
}
