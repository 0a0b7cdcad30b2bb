package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.testing.Script;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors after the answer has begun: Q36 to Q39. */
final class StreamErrorQuirks {

    private static final String IN_STREAM = "The gateway reported an error inside the stream: ";
    private static final ErrorSample SERVER_ERROR = ErrorSample.of(
            "{\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\",\"param\":null,\"code\":null}}",
            "The server had an error", "server_error", null);

    private StreamErrorQuirks() {
    }

    static List<Quirk> all() {
        return List.of(errorInStream(), errorBesideChoices(), eventError(), untypedTwins());
    }

    private static Quirk errorInStream() {
        return Quirk.of(36, "an error inside a stream with status 200")
                .sees("`data: {\"error\":{\"message\":…}}`, with or without `[DONE]` after it")
                .handledBy("The call fails with `StreamErrorException`, whatever follows. It has the error's type, code and "
                           + "param, and the partial completion.")
                .source("https://openrouter.ai/docs/api/errors",
                        "https://github.com/mozilla-ai/any-llm/pull/847",
                        "https://github.com/sashabaranov/go-openai/blob/master/chat_stream_test.go")
                .check(gateway -> {
                    SERVER_ERROR.assertAsEvent(gateway, "");
                    SERVER_ERROR.assertAsEvent(gateway, "event: chunk\n");
                    ChatException first = gateway.streamFails(SERVER_ERROR.json());
                    assertThat(first).isInstanceOf(StreamErrorException.class).hasMessage(IN_STREAM + SERVER_ERROR.message());
                    assertThat(first.httpStatus()).isEqualTo(200);
                    assertThat(gateway.streamFails(Script.sse().event(Samples.text("Hello")).event(Samples.STOP)
                            .event(SERVER_ERROR.json()).stall())).hasMessage(IN_STREAM + SERVER_ERROR.message());
                });
    }

    private static Quirk errorBesideChoices() {
        return Quirk.of(37, "an error beside choices and usage")
                .sees("`{\"error\":{\"code\":400,…},\"choices\":[…],\"usage\":{…}}` after a chunk with the finish reason "
                      + "`length`")
                .handledBy("The call fails; text, finish reason and usage are in the partial completion.")
                .source("https://github.com/pydantic/pydantic-ai/tree/main/tests/models/cassettes",
                        "https://openrouter.ai/docs/api/errors")
                .check(gateway -> {
                    String beside = "{\"error\":{\"code\":400,\"message\":\"Token limit reached\"},\"choices\":[{\"index\":0,"
                                    + "\"delta\":{\"role\":\"assistant\",\"content\":\"!\"}}],\"usage\":{\"prompt_tokens\":3,"
                                    + "\"completion_tokens\":2,\"total_tokens\":5}}";
                    ChatException failure = gateway.streamFails(Samples.text("Half"),
                            Samples.STOP.replace("stop", "length"), beside);

                    assertThat(failure).isInstanceOf(StreamErrorException.class)
                            .hasMessage(IN_STREAM + "Token limit reached");
                    assertThat(failure.code()).isEqualTo("400");
                    assertThat(failure.partialCompletion().text()).isEqualTo("Half!");
                    assertThat(failure.partialCompletion().finishReason()).isEqualTo("length");
                    Samples.assertUsage(failure.partialCompletion());
                    assertThat(gateway.wholeFails(Samples.HELLO.replace("{\"id\"", "{\"error\":\"Broken\",\"id\"")))
                            .hasMessage("The gateway answered with status 2xx and an error: Broken");
                });
    }

    private static Quirk eventError() {
        return Quirk.of(38, "an event named `error`")
                .sees("`event: error` with `data: {\"error\":{…}}`, a flat `{\"message\":…,\"code\":…}` or plain text, and no "
                      + "`[DONE]`")
                .handledBy("The name alone makes it a failure, in whatever form the data is.")
                .source("https://github.com/openai/openai-node/blob/master/tests/lib/streaming-named-error-events.test.ts",
                        "https://console.groq.com/docs/errors")
                .check(gateway -> {
                    ErrorSample nested = ErrorSample.of(
                            "{\"error\":{\"message\":\"Failed to call a function\",\"type\":\"invalid_request_error\","
                                                        + "\"code\":\"tool_use_failed\",\"failed_generation\":\"<f>\",\"status_code\":400}}",
                            "Failed to call a function", "invalid_request_error", "tool_use_failed");
                    nested.assertAsEvent(gateway, "event: error\n");
                    nested.assertAsEvent(gateway, "event:error\nid: 4\n");
                    ErrorSample.of("{\"message\":\"Overloaded\",\"code\":529}", "Overloaded", null, "529")
                            .assertAsEvent(gateway, "event: error\n");
                    ErrorSample.of("{\"choices\":[],\"foo\":1}", "{\"choices\":[],\"foo\":1}")
                            .assertAsEvent(gateway, "event: error\n");
                    ErrorSample.of("upstream  timed out", "upstream timed out").assertAsEvent(gateway, "event: error\n");
                    ErrorSample.of("", "(no message)").assertAsEvent(gateway, "event: error\n");
                    for (String before : List.of("event: error\ndata: ", "\n\ndata: ", "data:")) {
                        ChatException whole = gateway.wholeFails(
                                Script.status(429).body("text/event-stream", before + nested.json() + "\n\n"));
                        assertThat(whole).hasMessage("The gateway answered 429: " + nested.message());
                        assertThat(whole.code()).isEqualTo("tool_use_failed");
                    }
                    for (int size = 1; size <= 3; size++) {
                        assertThat(gateway.streamFails(Script.sse().splitEvery(size).event(Samples.text("Half"))
                                .raw("event: error\ndata: {\"message\":\"Overloaded\"}\n\n").done()))
                                .hasMessage(IN_STREAM + "Overloaded");
                    }
                    assertThat(gateway.streamFails(Script.sse().event(Samples.text("Half")).raw("event: error\n")
                            .event(nested.json()).stall())).hasMessage(IN_STREAM + nested.message());
                });
    }

    private static Quirk untypedTwins() {
        return Quirk.of(39, "an error that is there twice, or null")
                .sees("`{\"error\":{\"message\":\"Compute error.\"},\"message\":\"Compute error.\"}` (LM Studio); "
                      + "`\"error\":null` in chunks that are none")
                .handledBy("Only an `error` that is set matters, and its words are taken once. `null`, `false` and \"\" are no "
                           + "errors.")
                .source("https://github.com/zendev-sh/goai/pull/110")
                .check(gateway -> {
                    ErrorSample twins = ErrorSample.of(
                            "{\"error\":{\"message\":\"Compute error.\"},\"message\":\"Compute error.\"}", "Compute error.");
                    twins.assertEverywhere(gateway);
                    twins.assertAsEvent(gateway, "");
                    ErrorSample.of("{\"error\":\"Compute error.\",\"message\":\"Compute error.\"}", "Compute error.")
                            .assertEverywhere(gateway);
                    for (String none : List.of("null", "false", "\"\"", "\" \"")) {
                        String field = "{\"error\":" + none + ",\"message\":\"fine\",";
                        Samples.assertText("Hello", gateway.whole(Samples.HELLO.replaceFirst("\\{", field)));
                        Samples.assertText("Hello", gateway.streamed(Samples.text("Hello").replaceFirst("\\{", field),
                                Samples.STOP.replaceFirst("\\{", field)));
                    }
                });
    }
}
