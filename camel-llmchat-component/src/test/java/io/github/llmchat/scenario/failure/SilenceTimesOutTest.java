package io.github.llmchat.scenario.failure;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ChatTimeoutException.Timeout;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A gateway that says nothing for longer than readTimeout. */
class SilenceTimesOutTest extends EveryWay {

    /** Time enough for what comes before the silence. */
    private static final String OPTION = "readTimeout=1200";

    @ParameterizedTest
    @EnumSource
    void beforeTheAnswer(Way way) throws Exception {
        gateway.willAnswer(Script.stallBeforeHeaders());
        Got got = take(way, OPTION);
        assertReadTimeout(got.chatFailure());
        assertThat(got.chatFailure().partialCompletion()).isNull();
        gateway.awaitClientAborts(1, SOON);
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void inTheMiddleOfAStream(Way way) throws Exception {
        gateway.willAnswer(Script.sse().header("x-request-id", "req-1").text("Half").stall());
        Got got = take(way, OPTION);
        assertReadTimeout(got.chatFailure());
        assertThat(got.chatFailure().partialCompletion().text()).isEqualTo("Half");
        assertThat(got.chatFailure().requestId()).isEqualTo("req-1");
        gateway.awaitClientAborts(1, SOON);
    }

    @Test
    void inTheMiddleOfAnEvent() throws Exception {
        gateway.willAnswer(Script.sse().text("Half").raw("data: {\"choi").stall());
        Got got = take(Way.ITERATOR, OPTION);
        assertReadTimeout(got.chatFailure());
    }

    @Test
    void inTheMiddleOfAWholeAnswer() throws Exception {
        gateway.willAnswer(Script.sse().contentType("application/json").raw("{\"choi").stall());
        assertReadTimeout(take(Way.PLAIN, OPTION).chatFailure());
        gateway.awaitClientAborts(1, SOON);
    }

    private static void assertReadTimeout(ChatException failure) {
        assertThat(failure).isInstanceOf(ChatTimeoutException.class).hasMessageContaining("readTimeout")
                .hasMessageContaining("1200 ms");
        assertThat(((ChatTimeoutException) failure).timeout()).isEqualTo(Timeout.READ);
        assertThat(failure.category()).isEqualTo("SERVER_ERROR");
    }
}
