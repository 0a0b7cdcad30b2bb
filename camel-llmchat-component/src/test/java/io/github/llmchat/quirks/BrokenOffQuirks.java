package io.github.llmchat.quirks;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that are not all there: Q28 and Q29. */
final class BrokenOffQuirks {

    private static final SseScript HALF = Script.sse().header("x-request-id", "req-1").event(Samples.text("Half"));

    private BrokenOffQuirks() {
    }

    static List<Quirk> all() {
        return List.of(cut(), silentEnd());
    }

    private static Quirk cut() {
        return Quirk.of(28, "a connection that breaks in the middle of the answer")
                .sees("the connection is closed or reset inside the chunked coding, or before `Content-Length` bytes have come")
                .handledBy("A stream that was not complete fails with `StreamTruncatedException`, which has the partial "
                           + "completion; a plain answer with `ConnectionException`. Neither is ever a success.")
                .source("https://github.com/npuichigo/openai_trtllm/issues/31",
                        "https://github.com/bytedance/deer-flow/issues/1923")
                .check(gateway -> {
                    for (Script script : List.of(HALF.cut(), HALF.raw("data: {\"choices\":[{\"in").cut())) {
                        ChatException failure = gateway.streamFails(script);
                        assertThat(failure).isInstanceOf(StreamTruncatedException.class)
                                .hasMessage("The connection broke in the middle of the stream");
                        assertHalf(failure);
                    }
                    ChatException nothing = gateway.streamFails(Script.sse().cut());
                    assertThat(nothing).isInstanceOf(ConnectionException.class);
                    assertThat(nothing.partialCompletion()).isNull();
                    assertThat(gateway.wholeFails(Script.json(Samples.HELLO).cutAfter(Samples.HELLO.length() - 1)))
                            .isInstanceOf(ConnectionException.class)
                            .hasMessage("The connection to " + gateway.server().baseUrl()
                                        + "/chat/completions broke before the answer was complete");
                });
    }

    private static Quirk silentEnd() {
        return Quirk.of(29, "a clean end in the middle of the answer")
                .sees("the body ends properly, with neither a finish reason nor `[DONE]` nor an error")
                .handledBy("The stream fails with `StreamTruncatedException`. What had arrived is in its partial completion, "
                           + "with no finish reason made up.")
                .source("https://github.com/2389-research/tracker/issues/544",
                        "https://github.com/CommandCodeAI/command-code/issues/785")
                .check(gateway -> {
                    ChatException failure = gateway.streamFails(HALF);
                    assertThat(failure).isInstanceOf(StreamTruncatedException.class)
                            .hasMessage("The stream ended after 1 chunks with neither a finish reason nor [DONE]");
                    assertHalf(failure);

                    ChatException tool = gateway.streamFails(
                            Script.sse().role().toolCall(0, "call_1", "weather", "{\"city\":", "\"Par"));
                    assertThat(tool).isInstanceOf(StreamTruncatedException.class);
                    assertThat(tool.partialCompletion().finishReason()).isNull();
                    assertThat(tool.partialCompletion().toolCalls().get(0).arguments()).isEqualTo("{\"city\":\"Par");

                    assertThat(gateway.streamFails(Script.sse())).isInstanceOf(StreamTruncatedException.class)
                            .hasMessage("The stream ended without a single chunk");
                    assertThat(gateway.streamFails(Script.sse().raw(":\n\n".repeat(50).getBytes(StandardCharsets.UTF_8))))
                            .hasMessage("The stream ended without a single chunk");
                });
    }

    private static void assertHalf(ChatException failure) {
        assertThat(failure.partialCompletion().text()).isEqualTo("Half");
        assertThat(failure.partialCompletion().finishReason()).isNull();
        assertThat(failure.requestId()).isEqualTo("req-1");
    }
}
