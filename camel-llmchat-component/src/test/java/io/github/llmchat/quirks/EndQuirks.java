package io.github.llmchat.quirks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

import static io.github.llmchat.quirks.Samples.contents;
import static org.assertj.core.api.Assertions.assertThat;

/** How streams end: Q11 to Q15. */
final class EndQuirks {

    private static final SseScript HELLO = Script.sse().event(Samples.text("Hel")).event(Samples.text("lo"));
    private static final Duration SOON = Duration.ofSeconds(15);

    private EndQuirks() {
    }

    static List<Quirk> all() {
        return List.of(noBlankLine(), noDone(), noDoneAndOpen(), afterDone(), doneInText());
    }

    private static Quirk noBlankLine() {
        return Quirk.of(11, "a last event without its blank line")
                .sees("`data: {…\"finish_reason\":\"stop\"…}`, then the end of the body")
                .handledBy("A complete chunk, error or `[DONE]` counts also without the blank line. Half a chunk does not: the "
                           + "stream counts as cut, unless it was complete before.")
                .source("https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation",
                        "https://github.com/openai/openai-node/blob/master/tests/lib/streaming-core.test.ts")
                .check(gateway -> {
                    for (String end : List.of("", "\n")) {
                        List<ChatChunk> chunks = gateway.chunks(HELLO.raw("data: " + Samples.STOP + end));
                        assertThat(contents(chunks)).containsExactly("Hel", "lo", "", "");
                        assertThat(chunks.get(2).finishReason()).isEqualTo("stop");
                        assertThat(chunks).extracting(ChatChunk::index).containsExactly(0, 1, 2, 3);
                        Samples.assertText("Hello", chunks.get(3).completion());
                        Samples.assertText("Hello", gateway.streamed(HELLO.raw("data: [DONE]" + end)));
                    }
                    Samples.assertUsage(gateway.streamed(HELLO.event(Samples.STOP).raw("data: " + Samples.USAGE)));
                    Samples.assertText("Hello", gateway.streamed(HELLO.event(Samples.STOP).raw("data: {\"choices\":[{\"in")));
                    Samples.assertText("Hello", gateway.streamed(HELLO.event(Samples.STOP).raw("data: {\"type\":\"ping\"}")));
                    assertCut(gateway.streamFails(HELLO.raw("data: {\"choices\":[{\"in")));
                    assertCut(gateway.streamFails(HELLO.raw("data: {\"type\":\"ping\"}")));
                    assertCut(gateway.streamFails(HELLO.raw("data")));
                    assertThat(gateway.streamFails(HELLO.raw("data: {\"error\":{\"message\":\"Overloaded\"}}")))
                            .isInstanceOf(StreamErrorException.class)
                            .hasMessage("The gateway reported an error inside the stream: Overloaded");
                });
    }

    private static Quirk noDone() {
        return Quirk.of(12, "no `[DONE]`")
                .sees("the body ends after the chunk with the finish reason: TGI, Writer, vllm-mlx, ik_llama.cpp, Perplexity")
                .handledBy("A finish reason for every choice, then the end of the body, is a complete answer.")
                .source("https://github.com/huggingface/text-generation-inference/issues/1896",
                        "https://github.com/ikawrakow/ik_llama.cpp/issues/467",
                        "https://github.com/perplexityai/api-discussion/issues/209")
                .check(gateway -> {
                    Samples.assertText("Hello", gateway.streamed(HELLO.event(Samples.STOP)));
                    Samples.assertUsage(gateway.streamed(HELLO.event(Samples.STOP).event(Samples.USAGE)));
                    Samples.assertText("Hello", gateway.streamed(HELLO.event(Samples.STOP).cut()));

                    String second = "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"Half\"}}]}";
                    ChatException failure = gateway.streamFails(HELLO.event(second).event(Samples.STOP));
                    assertThat(failure).isInstanceOf(StreamTruncatedException.class);
                    assertThat(failure.partialCompletion().texts()).containsExactly("Hello", "Half");
                });
    }

    private static Quirk noDoneAndOpen() {
        return Quirk.of(13, "no `[DONE]` and the connection stays open")
                .sees("the chunk with the finish reason, then silence")
                .handledBy("When every choice has its finish reason, five seconds of silence end the call as complete; a usage "
                           + "chunk within that time is still read. The connection is closed.")
                .source("https://github.com/diegosouzapw/OmniRoute/issues/6777",
                        "https://github.com/waybarrios/vllm-mlx/issues/101",
                        "https://github.com/EricLBuehler/mistral.rs/issues/1874")
                .check(gateway -> {
                    CountDownLatch finished = new CountDownLatch(1);
                    long start = System.nanoTime();
                    List<ChatChunk> chunks = gateway.chunks(
                            HELLO.event(Samples.STOP).hold(finished).event(Samples.USAGE).stall(),
                            chunk -> {
                                if (chunk.finishReason() != null) {
                                    finished.countDown();
                                }
                            });
                    // long before readTimeout ends the call
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
                    Samples.assertText("Hello", chunks.get(chunks.size() - 1).completion());
                    Samples.assertUsage(chunks.get(chunks.size() - 1).completion());
                    gateway.server().awaitClientAborts(1, SOON.multipliedBy(2));
                });
    }

    private static Quirk afterDone() {
        return Quirk.of(14, "data after `[DONE]`")
                .sees("`data: [DONE]` twice, or followed by more chunks or by what is no JSON")
                .handledBy("The first `[DONE]` ends the stream; what follows is not read, and an open connection is closed.")
                .source("https://github.com/ray-project/ray/pull/62246",
                        "https://github.com/openai/openai-node/blob/master/tests/lib/streaming-core.test.ts")
                .check(gateway -> {
                    SseScript done = HELLO.event(Samples.STOP).done();
                    for (String more : List.of("data: [DONE]\n\n", "data: not-json\n\n", Samples.textEvent(" again"),
                            "event: error\ndata: late\n\n", "data: {\"error\":\"late\"}\n\n", "data: " + Samples.text("x"))) {
                        Samples.assertText("Hello", gateway.streamed(done.raw(more)));
                    }
                    assertThat(contents(gateway.chunks(done.event(Samples.text("x"))))).containsExactly("Hel", "lo", "", "");

                    long start = System.nanoTime();
                    Samples.assertText("Hello", gateway.streamed(HELLO.done().stall()));
                    // long before the silence would end the call
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
                    gateway.server().awaitClientAborts(1, SOON.multipliedBy(2));
                });
    }

    private static Quirk doneInText() {
        return Quirk.of(15, "`[DONE]` within other data")
                .sees("`\"content\":\"Keep [DONE] here\"`, or data that only begins so: `data: [DONE]oops`")
                .handledBy("Only data that is `[DONE]` and nothing else ends the stream. Data that merely begins with it is an "
                           + "error inside the stream.")
                .source("https://github.com/rahilp/second-brain-cloudflare/issues/353",
                        "https://github.com/openai/openai-node/blob/master/tests/lib/streaming-sentinel-integrity.test.ts")
                .check(gateway -> {
                    Samples.assertText("Keep [DONE] here[DONE] and there", gateway.streamed(Samples.text("Keep [DONE] here"),
                            Samples.text("[DONE]"), Samples.text(" and there"), Samples.STOP));
                    for (String data : List.of("[DONE]oops", "[DONE] [DONE]")) {
                        ChatException failure = gateway.streamFails(HELLO.event(data).event(Samples.text(" more")).done());
                        assertThat(failure).isInstanceOf(StreamErrorException.class)
                                .hasMessage("The gateway reported an error inside the stream: " + data);
                        assertThat(failure.partialCompletion().text()).isEqualTo("Hello");
                    }
                });
    }

    private static void assertCut(ChatException failure) {
        assertThat(failure).isInstanceOf(StreamTruncatedException.class)
                .hasMessage("The stream ended after 2 chunks with neither a finish reason nor [DONE]");
        assertThat(failure.partialCompletion().text()).isEqualTo("Hello");
        assertThat(failure.partialCompletion().finishReason()).isNull();
    }
}
