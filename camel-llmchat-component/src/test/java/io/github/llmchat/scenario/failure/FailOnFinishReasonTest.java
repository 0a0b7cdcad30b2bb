package io.github.llmchat.scenario.failure;

import io.github.llmchat.error.IncompleteAnswerException;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** With failOnFinishReason an answer that ended early is a failure, which has the answer. */
class FailOnFinishReasonTest extends EveryWay {

    private static final String OPTION = "failOnFinishReason=length,content_filter";

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aReasonInTheListFails(Way way) throws Exception {
        gateway.willAnswer(
                Script.sse().header("x-request-id", "req-7").text("Half", " an").finish("length").usage(3, 2).done());
        Got got = take(way, OPTION);
        IncompleteAnswerException failure = got.exchange().getException(IncompleteAnswerException.class);
        assertThat(failure).isNotNull();
        assertThat(failure.finishReason()).isEqualTo("length");
        assertThat(failure.partialCompletion().text()).isEqualTo("Half an");
        assertThat(failure.partialCompletion().usage().totalTokens()).isEqualTo(5);
        assertThat(failure.requestId()).isEqualTo("req-7");
        assertThat(failure).hasMessageContaining("length").hasMessageContaining("failOnFinishReason");
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void anyOtherReasonIsAnAnswer(Way way) throws Exception {
        gateway.willAnswer(Script.sse().text("Done").finish("stop").done());
        Got got = take(way, OPTION);
        assertThat(got.failure()).isNull();
        assertThat(got.completion().text()).isEqualTo("Done");
    }

    @Test
    void aPlainAnswerFailsToo() throws Exception {
        gateway.willAnswer(Script.json("{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Half\"},"
                                       + "\"finish_reason\":\"content_filter\"}]}"));
        Got got = take(Way.PLAIN, OPTION);
        IncompleteAnswerException failure = got.exchange().getException(IncompleteAnswerException.class);
        assertThat(failure.finishReason()).isEqualTo("content_filter");
        assertThat(failure.partialCompletion().text()).isEqualTo("Half");
        assertThat(failure.httpStatus()).isEqualTo(200);
    }
}
