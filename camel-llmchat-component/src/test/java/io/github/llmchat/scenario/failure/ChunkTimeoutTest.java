package io.github.llmchat.scenario.failure;

import java.time.Duration;

import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ChatTimeoutException.Timeout;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that keeps the connection open but sends no chunk for longer than chunkTimeout. */
class ChunkTimeoutTest extends EveryWay {

    /** Time enough for the chunk before the silence. */
    private static final String OPTION = "chunkTimeout=1200";

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void commentsAreNoChunks(Way way) throws Exception {
        gateway.willAnswer(keepAlives(": keep-alive\n\n").stall());
        Got got = take(way, OPTION);
        assertChunkTimeout(got);
        assertThat(got.chatFailure().partialCompletion().text()).isEqualTo("Half");
        gateway.awaitClientAborts(1, SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = { "data: : keep-alive\n\n", "event: ping\ndata: \n\n", "event: ping\n\n" })
    void emptyEventsAreNoChunks(String keepAlive) throws Exception {
        gateway.willAnswer(keepAlives(keepAlive).stall());
        assertChunkTimeout(take(Way.WHOLE, OPTION));
    }

    @Test
    void manyCommentsAreNoChunksEither() throws Exception {
        // more than is read in one go
        gateway.willAnswer(keepAlives((": " + "x".repeat(998) + "\n\n").repeat(40)).stall());
        assertChunkTimeout(take(Way.WHOLE, OPTION));
    }

    @Test
    void chunksInTimeAreEnough() throws Exception {
        SseScript script = Script.sse();
        for (int i = 0; i < 10; i++) {
            script = script.text("x").pause(Duration.ofMillis(100));
        }
        gateway.willAnswer(script.finish("stop").done());
        Got got = take(Way.WHOLE, "chunkTimeout=5000");
        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("x".repeat(10));
    }

    /** Longer than any machine delays the timeout by. */
    private static SseScript keepAlives(String keepAlive) {
        SseScript script = Script.sse().text("Half");
        for (int i = 0; i < 100; i++) {
            script = script.raw(keepAlive).pause(Duration.ofMillis(50));
        }
        return script.text("too late").finish("stop").done();
    }

    private static void assertChunkTimeout(Got got) {
        assertThat(got.failure()).isInstanceOf(ChatTimeoutException.class).hasMessageContaining("chunkTimeout")
                .hasMessageContaining("1200 ms");
        assertThat(((ChatTimeoutException) got.failure()).timeout()).isEqualTo(Timeout.CHUNK);
    }
}
