package io.github.llmchat.quirks;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.LimitException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

import static io.github.llmchat.quirks.Samples.contents;
import static io.github.llmchat.quirks.Samples.textEvent;
import static org.assertj.core.api.Assertions.assertThat;

/** Odd characters, and many of them: Q16 to Q20. */
final class BytesQuirks {

    private static final String END = "data: " + Samples.STOP + "\n\ndata: [DONE]\n\n";

    private BytesQuirks() {
    }

    static List<Quirk> all() {
        return List.of(indented(), splitCharacters(), invalidCharacters(), lineSeparators(), longLines());
    }

    private static Quirk indented() {
        return Quirk.of(16, "a blank before `data:`")
                .sees("` data: {…}` as the first line of a stream")
                .handledBy(
                        "That is no data field: the line is passed over, and the stream goes on. In practice it is the chunk "
                           + "with the role that is lost, which nobody needs.")
                .source("https://github.com/simonw/llm/blob/main/tests/cassettes/test_tools_streaming/"
                        + "test_tools_streaming_variant_c.yaml",
                        "https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation")
                .check(gateway -> {
                    String role
                            = " data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"x\"}}]}\n\n";
                    List<ChatChunk> chunks = gateway.chunks(Script.sse().raw(role + textEvent("Hello") + END));

                    assertThat(contents(chunks)).containsExactly("Hello", "", "");
                    assertThat(chunks.get(2).completion().message().role()).isEqualTo("assistant");
                    Samples.assertText("Hello", gateway.whole(Script.json(role + textEvent("Hello") + END)));
                });
    }

    private static Quirk splitCharacters() {
        return Quirk.of(17, "characters cut in two by packets")
                .sees("`E4 BF` in one packet, `AE` in the next")
                .handledBy("Bytes become text only when an event is complete, so that no character is damaged.")
                .source("https://github.com/api7/aisix/issues/111",
                        "https://github.com/anomalyco/opencode/issues/39694",
                        "https://github.com/librefang/librefang/issues/3448")
                .check(gateway -> {
                    String text = "\u4FEE\u6539 na\u00EFve \uD83D\uDE00";
                    for (int size = 1; size <= 4; size++) {
                        Samples.assertText(text, gateway.streamed(Script.sse().splitEvery(size).raw(textEvent(text) + END)));
                        Samples.assertText(text, gateway.whole(Script.sse().contentType("application/json").splitEvery(size)
                                .raw(Samples.HELLO.replace("Hello", text))));
                    }
                });
    }

    private static Quirk invalidCharacters() {
        return Quirk.of(18, "bytes that are no UTF-8")
                .sees("`\"content\":\"\\xFF\"`, or U+FFFD where a server decoded half a character")
                .handledBy("What cannot be decoded becomes U+FFFD; nothing fails.")
                .source("https://github.com/mattn/tensai/pull/110")
                .check(gateway -> {
                    byte[] event = textEvent("a\u00FFb").getBytes(StandardCharsets.ISO_8859_1);
                    Samples.assertText("a\uFFFDb", gateway.streamed(Script.sse().raw(event).raw(END)));
                    assertThat(contents(gateway.chunks(Script.sse().raw(event).raw(END)))).containsExactly("a\uFFFDb", "", "");
                    Samples.assertText("a\uFFFDb", gateway.streamed(Script.sse().raw(textEvent("a\uFFFDb") + END)));
                    byte[] whole = Samples.HELLO.replace("Hello", "a\u00FFb").getBytes(StandardCharsets.ISO_8859_1);
                    SseScript json = Script.sse().contentType("application/json").raw(whole);
                    Samples.assertText("a\uFFFDb", gateway.whole(json));
                    Samples.assertText("a\uFFFDb", gateway.streamed(json));
                });
    }

    private static Quirk lineSeparators() {
        return Quirk.of(19, "characters that some libraries take for line ends")
                .sees("U+2028, U+2029 or U+0085 in a text, VT or FF in a comment")
                .handledBy("Only LF and CR end a line.")
                .source("https://github.com/openai/openai-python/blob/main/tests/test_streaming.py",
                        "https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream")
                .check(gateway -> {
                    String text = "a\u2028b\u2029c\u0085d";
                    Samples.assertText(text, gateway.streamed(Script.sse().raw(textEvent(text) + END)));
                    Samples.assertText(text, gateway.whole(Samples.HELLO.replace("Hello", text)));
                    String comment = ": x\u000Bdata: boom\fdata: boom\u2028data: boom\u0085data: boom\u001Edata: boom\n\n";
                    Samples.assertText("Hello", gateway.streamed(Script.sse().raw(comment + textEvent("Hello") + END)));
                });
    }

    private static Quirk longLines() {
        return Quirk.of(20, "very long lines")
                .sees("megabytes in one `data:` line: images in base64, arguments of tools")
                .handledBy(
                        "There is no limit near what models send. Beyond `maxEventSize` (or `maxResponseSize`) the call fails "
                           + "with a message that names the option.")
                .source("https://github.com/openai/openai-go/issues/368",
                        "https://github.com/nextlevelbuilder/goclaw/pull/1349")
                .check(gateway -> {
                    String text = "0123456789".repeat(300_000);
                    Samples.assertText(text, gateway.streamed(Script.sse().raw(textEvent(text) + END)));
                    Samples.assertText(text, gateway.whole(Samples.HELLO.replace("Hello", text)));

                    ChatException event = gateway.with("maxEventSize=1000").streamFails(
                            Script.sse().raw(textEvent("Hello") + textEvent(text) + END));
                    assertThat(event).isInstanceOf(LimitException.class)
                            .hasMessage("An event of the stream is larger than 1000 bytes; raise maxEventSize if it may be");
                    assertThat(event.partialCompletion().text()).isEqualTo("Hello");
                    ChatException answer = gateway.with("maxResponseSize=1000")
                            .wholeFails(Samples.HELLO.replace("Hello", text));
                    assertThat(answer).isInstanceOf(LimitException.class)
                            .hasMessage("The answer is larger than 1000 bytes; raise maxResponseSize if it may be");
                });
    }
}
