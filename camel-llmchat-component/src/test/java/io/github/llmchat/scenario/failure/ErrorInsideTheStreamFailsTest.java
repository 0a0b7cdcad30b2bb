package io.github.llmchat.scenario.failure;

import java.util.stream.Stream;

import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An error that comes as part of the stream is a failure, whatever follows it. */
class ErrorInsideTheStreamFailsTest extends EveryWay {

    private static final SseScript BEGUN = Script.sse().header("x-request-id", "req-1").text("Half", " an");
    private static final String OVERLOADED
            = "{\"error\":{\"message\":\"Overloaded\",\"type\":\"server_error\",\"param\":\"p\",\"code\":\"busy\"}}";

    static Stream<Arguments> cases() {
        return Stream.of(Way.WHOLE, Way.CHUNKS_TO, Way.ITERATOR, Way.PUBLISHER).flatMap(way -> Stream.of(
                Arguments.of(way, "a data event", BEGUN.event(OVERLOADED)),
                Arguments.of(way, "a data event and [DONE]", BEGUN.event(OVERLOADED).done()),
                Arguments.of(way, "the last event, without its blank line", BEGUN.raw("data: " + OVERLOADED)),
                Arguments.of(way, "an event named error", BEGUN.raw("event: error\ndata: " + OVERLOADED + "\n\n")),
                Arguments.of(way, "an error that is text", BEGUN.event("{\"error\":\"Overloaded\"}")),
                Arguments.of(way, "a flat error", BEGUN.raw("event: error\ndata: {\"message\":\"Overloaded\"}\n\n")),
                Arguments.of(way, "plain text", BEGUN.event("Overloaded")),
                Arguments.of(way, "an error on an open connection", BEGUN.event(OVERLOADED).stall())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void theFailureSaysWhatTheGatewaySaidAndHasWhatHadArrived(Way way, String error, Script script) throws Exception {
        gateway.willAnswer(script);
        Got got = take(way, "");
        assertThat(got.failure()).isInstanceOf(StreamErrorException.class).hasMessageContaining("Overloaded");
        assertThat(got.chatFailure().partialCompletion().text()).isEqualTo("Half an");
        assertThat(got.chatFailure().requestId()).isEqualTo("req-1");
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void theFailureHasTheErrorsFields(Way way) throws Exception {
        gateway.willAnswer(BEGUN.event(OVERLOADED));
        Got got = take(way, "");
        assertThat(got.chatFailure().type()).isEqualTo("server_error");
        assertThat(got.chatFailure().code()).isEqualTo("busy");
        assertThat(got.chatFailure().param()).isEqualTo("p");
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void anErrorBesideTheUsageLosesNeither(Way way) throws Exception {
        gateway.willAnswer(BEGUN.event("{\"error\":{\"message\":\"Overloaded\",\"code\":400},\"choices\":[],"
                                       + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}"));
        Got got = take(way, "");
        assertThat(got.failure()).isInstanceOf(StreamErrorException.class);
        assertThat(got.chatFailure().code()).isEqualTo("400");
        assertThat(got.chatFailure().partialCompletion().usage().totalTokens()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void malformedJsonFailsWithoutShowingTheAnswer(Way way) throws Exception {
        gateway.willAnswer(BEGUN.event("{\"choices\":[{\"index\":0,\"delta\":{\"content\":secret words}}]}").done());
        Got got = take(way, "");
        assertThat(got.failure()).isInstanceOf(StreamErrorException.class).hasMessageContaining("malformed");
        assertThat(got.failure()).hasStackTraceContaining("malformed");
        assertThat(StackTrace.of(got.failure())).doesNotContain("secret");
        assertThat(got.chatFailure().partialCompletion().text()).isEqualTo("Half an");
    }
}
