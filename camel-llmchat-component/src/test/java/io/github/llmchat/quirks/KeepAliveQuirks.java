package io.github.llmchat.quirks;

import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

import static io.github.llmchat.quirks.Samples.contents;
import static org.assertj.core.api.Assertions.assertThat;

/** What servers send to keep a connection open: Q1 to Q4. */
final class KeepAliveQuirks {

    private KeepAliveQuirks() {
    }

    static List<Quirk> all() {
        return List.of(comments(), commentsThatEndAnEvent(), commentsAsData(), pings());
    }

    private static Quirk comments() {
        return Quirk.of(1, "keep-alive comments between events")
                .sees("`: OPENROUTER PROCESSING`, `: keep-alive`, `: PING` or a bare `:`, before the first chunk and at any "
                      + "time later")
                .handledBy("Comments are passed over. They count as a sign of life for `readTimeout`, not for `chunkTimeout`.")
                .source("https://api-docs.deepseek.com/quick_start/rate_limit",
                        "https://github.com/coder/coder/issues/28185",
                        "https://github.com/QuantumNous/new-api/pull/1276")
                .check(gateway -> {
                    for (String comment : List.of(": OPENROUTER PROCESSING\n\n", ": keep-alive\n\n", ": PING\n", ":\n\n",
                            ":\n", ":\r\n\r\n", ":event: error\n\n", ":data: {\n\n")) {
                        assertSkipped(gateway, comment.repeat(30));
                    }
                });
    }

    private static Quirk commentsThatEndAnEvent() {
        return Quirk.of(2, "a comment with a blank line of its own")
                .sees("`id: 7`, `data: {…}`, blank line, `: ping`, blank line: a parser that counts blank lines sees a second, "
                      + "empty event")
                .handledBy("A blank line ends an event only if the event has data.")
                .source("https://github.com/theopenco/llmgateway/pull/2334",
                        "https://github.com/openai/openai-python/issues/2722")
                .check(gateway -> {
                    assertSkipped(gateway, "id: 7\n: ping\n\n");
                    assertSkipped(gateway, "id: 7\n\n: ping\n\n\n\n");
                    assertSkipped(gateway, "event: chunk\n: ping\n\n");
                    SseScript inside = Script.sse().raw("id: 7\ndata: " + Samples.text("Hello") + "\n: ping\n\n: ping\n\n")
                            .event(Samples.STOP).done();
                    assertThat(contents(gateway.chunks(inside))).containsExactly("Hello", "", "");
                });
    }

    private static Quirk commentsAsData() {
        return Quirk.of(3, "a keep-alive wrapped into a data field")
                .sees("`data: : keepalive`, `data: : OPENROUTER PROCESSING`")
                .handledBy("An event whose data begins with a colon is no chunk and no sign of progress for `chunkTimeout`.")
                .source("https://github.com/anomalyco/opencode/issues/50871",
                        "https://github.com/mnfst/llm-gateway/issues/2053")
                .check(gateway -> {
                    for (String data : List.of("data: : keepalive\n\n", "data: : OPENROUTER PROCESSING\n\n", "data::\n\n",
                            "data: \t: x\n\n", "data:\ndata: : x\n\n")) {
                        assertSkipped(gateway, data);
                    }
                });
    }

    private static Quirk pings() {
        return Quirk.of(4, "empty events and foreign pings")
                .sees("`event: ping` with empty data, `event: keepalive` without data, `data: {\"type\":\"ping\"}`")
                .handledBy("Empty data is passed over, and so are objects without `choices`, `usage` and an error.")
                .source("https://github.com/caozhiyuan/copilot-api/pull/88",
                        "https://github.com/diegosouzapw/OmniRoute/pull/1146")
                .check(gateway -> {
                    for (String ping : List.of("event: ping\ndata: \n\n", "event: keepalive\n\n", "data\n\n", "data:\n\n",
                            "data:   \n\n", "data:\t\n\n", "data:\ndata:\n\n", "data: {\"type\":\"ping\"}\n\n",
                            "event: ping\ndata: {\"type\":\"ping\",\"error\":null,\"usage\":null}\n\n", "data: {}\n\n",
                            "data: {\"error\":false}\n\n", "data: {\"error\":\" \"}\n\n",
                            "data: {\"object\":\"ping\",\"base_resp\":{\"status_code\":0}}\n\n")) {
                        assertSkipped(gateway, ping);
                    }
                });
    }

    /** Wherever it comes in a stream, it changes nothing. */
    private static void assertSkipped(QuirkGateway gateway, String keepAlive) {
        List<ChatChunk> chunks = gateway.chunks(Script.sse().raw(keepAlive).event(Samples.text("Hel")).raw(keepAlive)
                .event(Samples.text("lo")).raw(keepAlive).event(Samples.STOP).raw(keepAlive).event(Samples.USAGE)
                .raw(keepAlive).done());

        assertThat(contents(chunks)).as(keepAlive).containsExactly("Hel", "lo", "", "", "");
        Samples.assertText("Hello", chunks.get(4).completion());
        Samples.assertUsage(chunks.get(4).completion());
    }
}
