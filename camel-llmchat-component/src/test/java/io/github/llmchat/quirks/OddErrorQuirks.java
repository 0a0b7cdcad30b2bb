package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.IncompleteAnswerException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.testing.Script;

import static org.assertj.core.api.Assertions.assertThat;

/** Failures that look like something else: Q47 to Q49. */
final class OddErrorQuirks {

    private OddErrorQuirks() {
    }

    static List<Quirk> all() {
        return List.of(plainText(), prettyPrinted(), finishReasons());
    }

    private static Quirk plainText() {
        return Quirk.of(47, "an error as plain text in an event")
                .sees("`data: Number of choices must be greater than 0.`")
                .handledBy("Data that is no JSON fails the call with the beginning of the text. If it begins like a chunk, the "
                           + "message says only that it is malformed, because it holds the model's words.")
                .source("https://github.com/EricLBuehler/mistral.rs/issues/1874")
                .check(gateway -> {
                    for (String text : List.of("Number of choices must be greater than 0.", "12 monkeys", "\"quoted\" text",
                            "[1, 2] are no choices", "null and void")) {
                        ErrorSample.of(text, text).assertAsEvent(gateway, "");
                    }
                    ErrorSample.of("<p>Bad\n gateway</p>", "Bad gateway").assertAsEvent(gateway, "");
                    ErrorSample.of("a".repeat(200), "a".repeat(200)).assertAsEvent(gateway, "");
                    ErrorSample.of("a".repeat(1000), "a".repeat(199) + "…").assertAsEvent(gateway, "");
                    ErrorSample.of("a".repeat(198) + "\uD83D\uDE00".repeat(9), "a".repeat(198) + "…")
                            .assertAsEvent(gateway, "");

                    String broken = "{\"choices\":[{\"delta\":{\"content\":secret}}]}";
                    ChatException failure = gateway.streamFails(Samples.text("Half"), broken, Samples.STOP);
                    assertThat(failure).isInstanceOf(StreamErrorException.class).hasMessage(
                            "Chunk 1 of the stream is malformed JSON (" + broken.length() + " bytes)");
                    assertThat(failure.partialCompletion().text()).isEqualTo("Half");
                });
    }

    private static Quirk prettyPrinted() {
        return Quirk.of(48, "a pretty-printed JSON error instead of events")
                .sees("`{`, `\"error\": {`, `\"message\": \"Incorrect API key…\"` on lines of their own, with `Content-Type: "
                      + "text/event-stream`")
                .handledBy("A body that begins with `{` or `[` is read as JSON whatever its content type, and the error in it "
                           + "fails the call.")
                .source("https://github.com/sashabaranov/go-openai/blob/master/stream_test.go")
                .check(gateway -> {
                    String pretty = "{\n  \"error\": {\n    \"message\": \"Incorrect API key\",\n    \"code\": \"bad_key\",\n"
                                    + "    \"data: x\": 1,\n\n    \"type\": \"auth\"\n  }\n}\n";
                    for (String body : List.of(pretty, "\n\n" + pretty, "[\n" + pretty + "]", pretty.replace("\n", "\r\n"))) {
                        ChatException failure = gateway.streamFails(Script.sse().raw(body));
                        assertThat(failure).isInstanceOf(ServerException.class)
                                .hasMessage("The gateway answered with status 2xx and an error: Incorrect API key");
                        assertThat(failure.code()).isEqualTo("bad_key");
                        assertThat(failure.type()).isEqualTo("auth");
                        assertThat(failure.partialCompletion()).isNull();
                    }
                });
    }

    private static Quirk finishReasons() {
        return Quirk.of(49, "a failure as finish reason, and words that no document names")
                .sees("`\"finish_reason\":\"network_error\"`, `\"sensitive\"` (GLM), `\"max_tokens\"`, `\"eos\"`")
                .handledBy(
                        "`error` and `network_error` fail the call with `IncompleteAnswerException`, which has the answer. Any "
                           + "other word is an answer's finish reason as it was sent. The option `failOnFinishReason` changes "
                           + "which fail.")
                .source("https://github.com/BerriAI/litellm/pull/24373",
                        "https://github.com/spring-projects/spring-ai/pull/5531",
                        "https://github.com/promptfoo/promptfoo/pull/9905",
                        "https://github.com/anomalyco/opencode/issues/44376")
                .check(gateway -> {
                    for (String reason : List.of("network_error", "error")) {
                        assertIncomplete(gateway, reason);
                        assertThat(gateway.with("failOnFinishReason=length").streamed(half(reason)).finishReason())
                                .isEqualTo(reason);
                    }
                    for (String reason : List.of("sensitive", "content_filter", "length", "max_tokens", "eos", "7")) {
                        assertThat(gateway.streamed(half(reason)).finishReason()).isEqualTo(reason);
                        assertThat(gateway.whole(Samples.HELLO.replace("stop", reason)).finishReason()).isEqualTo(reason);
                        assertIncomplete(gateway.with("failOnFinishReason=" + reason), reason);
                    }
                });
    }

    private static void assertIncomplete(QuirkGateway gateway, String reason) {
        for (ChatException failure : List.of(gateway.streamFails(half(reason)),
                gateway.wholeFails(Samples.HELLO.replace("Hello", "Half").replace("stop", reason)))) {
            assertThat(failure).isInstanceOf(IncompleteAnswerException.class)
                    .hasMessage("The answer ended with the finish reason " + reason + " (option failOnFinishReason)");
            assertThat(((IncompleteAnswerException) failure).finishReason()).isEqualTo(reason);
            assertThat(failure.partialCompletion().text()).isEqualTo("Half");
        }
    }

    private static Script half(String reason) {
        return QuirkGateway.events(Samples.text("Half"), Samples.STOP.replace("stop", reason));
    }
}
