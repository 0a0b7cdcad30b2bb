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

import static org.assertj.core.api.Assertions.assertThat;

/** Bounds on the time of a whole answer and of a whole stream, however busy the gateway is in it. */
class WholeTimeTest extends EveryWay {

    @Test
    void aWholeAnswerHasRequestTimeout() throws Exception {
        gateway.willAnswer(Script.stallBeforeHeaders());
        assertTimeout(take(Way.PLAIN, "requestTimeout=300"), Timeout.REQUEST, "requestTimeout", "300 ms");
        gateway.awaitClientAborts(1, SOON);
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aStreamHasStreamTimeout(Way way) throws Exception {
        SseScript script = Script.sse().text("Half");
        for (int i = 0; i < 100; i++) {
            script = script.text("").pause(Duration.ofMillis(50));
        }
        gateway.willAnswer(script.finish("stop").done());
        Got got = take(way, "streamTimeout=1500");
        assertTimeout(got, Timeout.STREAM, "streamTimeout", "1500 ms");
        assertThat(got.chatFailure().partialCompletion().text()).isEqualTo("Half");
        gateway.awaitClientAborts(1, SOON);
    }

    private static void assertTimeout(Got got, Timeout which, String option, String time) {
        assertThat(got.failure()).isInstanceOf(ChatTimeoutException.class).hasMessageContaining(option)
                .hasMessageContaining(time);
        assertThat(((ChatTimeoutException) got.failure()).timeout()).isEqualTo(which);
    }
}
