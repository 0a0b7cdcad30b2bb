package io.github.llmchat.quirks;

import java.time.Duration;
import java.util.List;

import io.github.llmchat.LlmChatConfiguration;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException;
import io.github.llmchat.error.ChatTimeoutException.Timeout;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that take their time: Q25 to Q27. */
final class SilenceQuirks {

    private SilenceQuirks() {
    }

    static List<Quirk> all() {
        return List.of(silence(), keepAlivesForEver(), allAtOnce());
    }

    private static Quirk silence() {
        return Quirk.of(25, "long silence")
                .sees("no byte for minutes while the model reasons, and proxies that cut such connections")
                .handledBy("`readTimeout` counts the time without a single byte, five minutes by default; every byte, comments "
                           + "included, starts it anew. When it runs out the exception names the option and has the partial "
                           + "completion. TCP keep-alive is on.")
                .source("https://github.com/Exafunction/codeium/issues/349",
                        "https://github.com/2389-research/tracker/issues/577",
                        "https://github.com/BerriAI/litellm/pull/32763",
                        "https://github.com/mozilla-ai/otari/pull/528")
                .check(gateway -> {
                    QuirkGateway impatient = gateway.with("readTimeout=1200");
                    assertTimeout(impatient.wholeFails(Script.stallBeforeHeaders()), Timeout.READ,
                            "The gateway sent no byte for 1200 ms (option readTimeout)");
                    ChatException later = impatient.streamFails(Script.sse().event(Samples.text("Half")).stall());
                    assertTimeout(later, Timeout.READ, "The gateway sent no byte for 1200 ms (option readTimeout)");
                    assertThat(later.partialCompletion().text()).isEqualTo("Half");
                    assertThat(new LlmChatConfiguration().getReadTimeout()).isGreaterThanOrEqualTo(300_000);

                    Samples.assertText("Hello", gateway.with("readTimeout=2400").streamed(
                            keepAlives(Script.sse(), 10, ":\n\n").event(Samples.text("Hello")).event(Samples.STOP).done()));
                });
    }

    private static Quirk keepAlivesForEver() {
        return Quirk.of(26, "keep-alives for ever")
                .sees("`: keep-alive` every ten seconds for a quarter of an hour, and never a chunk")
                .handledBy("`chunkTimeout` (off by default) counts the time without a chunk, whatever keep-alives come; "
                           + "`streamTimeout` and `requestTimeout` bound the whole call.")
                .source("https://github.com/deepseek-ai/deepseek-harness/discussions/6959")
                .check(gateway -> {
                    QuirkGateway impatient = gateway.with("chunkTimeout=1200");
                    for (String keepAlive : List.of(": keep-alive\n\n", "data: : keep-alive\n\n", "data:  \n\n")) {
                        ChatException failure = impatient.streamFails(
                                keepAlives(Script.sse().event(Samples.text("Half")), 30, keepAlive).stall());
                        assertTimeout(failure, Timeout.CHUNK, "The gateway sent no chunk for 1200 ms (option chunkTimeout)");
                        assertThat(failure.partialCompletion().text()).isEqualTo("Half");
                    }
                    assertTimeout(gateway.with("streamTimeout=600").streamFails(
                            keepAlives(Script.sse(), 30, Samples.textEvent("x")).stall()), Timeout.STREAM,
                            "The stream had not ended after running for 600 ms (option streamTimeout)");
                    assertTimeout(gateway.with("requestTimeout=600").wholeFails(
                            keepAlives(Script.sse().contentType("application/json"), 30, "\n").stall()), Timeout.REQUEST,
                            "The answer was not complete after waiting for 600 ms (option requestTimeout)");
                });
    }

    private static Quirk allAtOnce() {
        return Quirk.of(27, "a proxy that buffers or compresses")
                .sees("no byte until the answer is complete, or `Content-Encoding: gzip` although nobody asked for it")
                .handledBy("`Accept-Encoding: identity` is sent, which keeps proxies from collecting an answer to compress it. "
                           + "An answer that comes compressed all the same is unpacked as it comes, and chunks that come "
                           + "together are delivered one by one.")
                .source("https://github.com/ggml-org/llama.cpp/pull/20872",
                        "https://github.com/HKUDS/nanobot/pull/3677",
                        "https://github.com/Mng-dev-ai/agentrove/pull/869")
                .check(gateway -> {
                    String all = Samples.textEvent("Hel") + Samples.textEvent("lo") + "data: " + Samples.STOP
                                 + "\n\ndata: [DONE]\n\n";
                    for (SseScript script : List.of(Script.sse().raw(all), Script.sse().gzip().raw(all),
                            Script.sse().gzip().splitEvery(3).raw(all))) {
                        assertThat(Samples.contents(gateway.chunks(script))).containsExactly("Hel", "lo", "", "");
                        assertThat(gateway.lastRequest().header("Accept-Encoding")).isEqualTo("identity");
                    }
                    Samples.assertText("Hello", gateway.whole(
                            Script.sse().contentType("application/json").gzip().raw(Samples.HELLO)));
                    assertThat(gateway.lastRequest().header("Accept-Encoding")).isEqualTo("identity");
                });
    }

    /** One every tenth of a quarter of the time that would be too long, so that slow machines do not matter. */
    private static SseScript keepAlives(SseScript script, int count, String keepAlive) {
        SseScript all = script;
        for (int i = 0; i < count; i++) {
            all = all.raw(keepAlive).pause(Duration.ofMillis(count == 10 ? 250 : 50));
        }
        return all;
    }

    private static void assertTimeout(ChatException failure, Timeout timeout, String message) {
        assertThat(failure).isInstanceOf(ChatTimeoutException.class).hasMessage(message);
        assertThat(((ChatTimeoutException) failure).timeout()).isEqualTo(timeout);
    }
}
