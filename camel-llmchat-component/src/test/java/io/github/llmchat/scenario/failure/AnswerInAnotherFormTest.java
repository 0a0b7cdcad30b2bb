package io.github.llmchat.scenario.failure;

import io.github.llmchat.error.ServerException;
import io.github.llmchat.scenario.stream.EveryWay;
import io.github.llmchat.scenario.stream.Got;
import io.github.llmchat.scenario.stream.Way;
import io.github.llmchat.testing.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Gateways that do not stream when asked to, and those that do when not. */
class AnswerInAnotherFormTest extends EveryWay {

    private static final String USAGE = "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15}";
    private static final String WHOLE = "{\"id\":\"c-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\","
                                        + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"All\"},"
                                        + "\"finish_reason\":\"stop\"}]," + USAGE + "}";

    @ParameterizedTest
    @EnumSource
    void aJsonAnswerIsTheAnswer(Way way) throws Exception {
        gateway.willAnswer(Script.json(WHOLE));
        assertComplete(take(way, ""));
    }

    @ParameterizedTest
    @EnumSource
    void aJsonAnswerThatCallsItselfAStreamIsTheAnswer(Way way) throws Exception {
        gateway.willAnswer(Script.sse().raw("\n\n  " + WHOLE));
        assertComplete(take(way, ""));
    }

    @ParameterizedTest
    @EnumSource
    void aJsonAnswerWithDoneGluedOnIsTheAnswer(Way way) throws Exception {
        gateway.willAnswer(Script.json(WHOLE + "data: [DONE]\n\n"));
        assertComplete(take(way, ""));
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatCallsItselfJsonIsTheAnswer(Way way) throws Exception {
        gateway.willAnswer(
                Script.sse().contentType("application/json").text("Al", "l").finish("stop").usage(10, 5).done());
        assertComplete(take(way, ""));
    }

    @ParameterizedTest
    @EnumSource
    void aStreamWithoutContentTypeIsTheAnswer(Way way) throws Exception {
        gateway.willAnswer(
                Script.sse().contentType(null).comment("hello").text("Al", "l").finish("stop").usage(10, 5).done());
        assertComplete(take(way, ""));
    }

    @Test
    void aWholeAnswerInOneEventIsTheAnswerToAPlainRequest() throws Exception {
        gateway.willAnswer(Script.sse().event(WHOLE).done());
        assertComplete(take(Way.PLAIN, ""));
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsAServerErrorWhateverItsStatus(Way way) throws Exception {
        gateway.willAnswer(Script.status(200).body("text/html", "<html><head><title>Log in</title></head></html>"));
        Got got = take(way, "");
        assertThat(got.failure()).isInstanceOf(ServerException.class).hasMessageContaining("Log in")
                .hasMessageNotContaining("<");
        assertThat(got.chatFailure().httpStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyAnswerIsAFailure(Way way) throws Exception {
        gateway.willAnswer(Script.status(200).header("x-request-id", "req-1"));
        Got got = take(way, "");
        assertThat(got.chatFailure()).isNotNull();
        assertThat(got.chatFailure().requestId()).isEqualTo("req-1");
        assertThat(got.chatFailure().partialCompletion()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void noContentIsAFailure(Way way) throws Exception {
        gateway.willAnswer(Script.status(204));
        assertThat(take(way, "").chatFailure()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "[]", "[1]", "1", "\"text\"", "null", "{\"choices\":null}", "{\"choices\":[1]}",
            "{\"choices\":[", "{\"object\":\"list\",\"data\":[]}", "upstream connect error" })
    void whatIsNoCompletionIsAServerErrorForAPlainRequest(String body) throws Exception {
        gateway.willAnswer(Script.json(body));
        assertThat(take(Way.PLAIN, "").failure()).isInstanceOf(ServerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "[]", "[1]", "{\"choices\":null}", "{\"choices\":[1]}", "{\"choices\":[",
            "{\"object\":\"list\",\"data\":[]}" })
    void whatIsNoCompletionIsAServerErrorForAStreamedRequest(String body) throws Exception {
        gateway.willAnswer(Script.json(body));
        assertThat(take(Way.ITERATOR, "").failure()).isInstanceOf(ServerException.class);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorWithStatus200IsAFailure(Way way) throws Exception {
        gateway.willAnswer(Script.json("{\"error\":{\"message\":\"No balance\",\"type\":\"t\",\"code\":1008}}"));
        Got got = take(way, "");
        assertThat(got.failure()).isInstanceOf(ServerException.class).hasMessageContaining("No balance");
        assertThat(got.chatFailure().code()).isEqualTo("1008");
    }

    private static void assertComplete(Got got) {
        assertThat(got.failure()).isNull();
        assertThat(got.text()).isEqualTo("All");
        assertThat(got.completion().text()).isEqualTo("All");
        assertThat(got.completion().finishReason()).isEqualTo("stop");
        assertThat(got.completion().usage().totalTokens()).isEqualTo(15);
    }
}
