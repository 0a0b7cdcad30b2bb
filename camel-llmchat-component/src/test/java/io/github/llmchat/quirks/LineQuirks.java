package io.github.llmchat.quirks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.testing.Script;

import static io.github.llmchat.quirks.Samples.contents;
import static io.github.llmchat.quirks.Samples.textEvent;
import static org.assertj.core.api.Assertions.assertThat;

/** How lines begin and end, and what fields an event has: Q5 to Q10. */
final class LineQuirks {

    private static final String END = "data: " + Samples.STOP + "\n\ndata: [DONE]\n\n";
    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    private LineQuirks() {
    }

    static List<Quirk> all() {
        return List.of(noBlank(), carriageReturns(), splitLineEnds(), byteOrderMark(), severalLines(), otherFields());
    }

    private static Quirk noBlank() {
        return Quirk.of(5, "no blank after `data:`")
                .sees("`data:{\"id\":…}`, from LongCat, Kimi Code and servers made with Spring")
                .handledBy("One blank after the colon is dropped if it is there, and no more than one.")
                .source("https://github.com/openai/openai-python/issues/498",
                        "https://github.com/davidmigloz/langchain_dart/issues/778",
                        "https://github.com/nullclaw/nullclaw/pull/509")
                .check(gateway -> {
                    String stream = textEvent("Hel") + textEvent("lo") + "event: x\n" + END;
                    Samples.assertText("Hello", gateway.streamed(Script.sse().raw(stream.replace(": ", ":"))));

                    List<ChatChunk> chunks = gateway.chunks(Script.sse().raw("data:" + Samples.text("a") + "\n\ndata:  "
                                                                             + Samples.text("b") + "\n\n" + END));
                    assertThat(chunks.get(0).data()).isEqualTo(Samples.text("a"));
                    assertThat(chunks.get(1).data()).isEqualTo(" " + Samples.text("b"));
                });
    }

    private static Quirk carriageReturns() {
        return Quirk.of(6, "lines that end with CR and LF, and white space around `[DONE]`")
                .sees("`data: {…}\\r\\n\\r\\n`, `data: [DONE]\\r`, `data: [DONE] `")
                .handledBy("LF, CR and CRLF end a line. `[DONE]` is recognised with white space around it.")
                .source("https://github.com/mistralai/mistral-vibe/pull/793",
                        "https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream")
                .check(gateway -> {
                    String stream = ": hello\n\n" + textEvent("Hel") + "event: x\n" + textEvent("lo") + END;
                    for (String lineEnd : List.of("\n", "\r", "\r\n")) {
                        List<ChatChunk> chunks = gateway.chunks(Script.sse().raw(stream.replace("\n", lineEnd)));
                        assertThat(contents(chunks)).containsExactly("Hel", "lo", "", "");
                        assertThat(chunks.get(0).data()).isEqualTo(Samples.text("Hel"));
                    }
                    for (String done : List.of("data: [DONE] \n\n", "data: \t[DONE]\t\n\n", "data:\ndata: [DONE]\ndata:\n\n",
                            "data: [DONE]\r\n\r\n", "data: [DONE]\r\r")) {
                        Samples.assertText("Hello", gateway.streamed(Script.sse().raw(textEvent("Hello") + done).stall()));
                    }
                });
    }

    private static Quirk splitLineEnds() {
        return Quirk.of(7, "a packet that ends between CR and LF, and lines that end with CR alone")
                .sees("one packet ends with `data: …\\r`, the next begins with `\\n`; `data: …\\r\\r` with nothing after it")
                .handledBy("An LF right after a CR belongs to it, however the bytes are cut. An event that two CRs end is "
                           + "delivered at once.")
                .source("https://github.com/rexxars/eventsource-parser/issues/17")
                .check(gateway -> {
                    String twoLines
                            = textEvent("Hel").replace(",\"delta\"", ",\r\ndata: \"delta\"").replace("\n\n", "\r\n\r\n");
                    List<ChatChunk> chunks
                            = gateway.chunks(Script.sse().splitEvery(1).raw(twoLines + END.replace("\n", "\r\n")));
                    assertThat(contents(chunks)).containsExactly("Hel", "", "");

                    CountDownLatch seen = new CountDownLatch(1);
                    gateway.chunks(Script.sse().raw("data: " + Samples.text("a") + "\r\r").hold(seen).raw(END),
                            chunk -> seen.countDown());
                });
    }

    private static Quirk byteOrderMark() {
        return Quirk.of(8, "a byte order mark at the start")
                .sees("`EF BB BF 64 61 74 61 3A …`, perhaps in several packets")
                .handledBy("One byte order mark at the very beginning is dropped, of a stream as of a JSON document; nowhere "
                           + "else.")
                .source("https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream",
                        "https://github.com/web-platform-tests/wpt/tree/master/eventsource")
                .check(gateway -> {
                    Samples.assertText("Hello",
                            gateway.streamed(Script.sse().raw(BYTE_ORDER_MARK).raw(textEvent("Hello") + END)));
                    Samples.assertText("Hello", gateway.streamed(
                            Script.sse().splitEvery(1).raw(BYTE_ORDER_MARK).raw(textEvent("Hello") + END)));
                    Samples.assertText("Hello", gateway.streamed(Script.sse().raw(BYTE_ORDER_MARK).raw(Samples.HELLO)));
                    Samples.assertText("Hello", gateway.whole("\uFEFF" + Samples.HELLO));
                    Samples.assertText("Hello", gateway.whole("\uFEFF" + textEvent("Hello") + END));

                    String marked = "\uFEFF" + textEvent("lost");
                    Samples.assertText("kept", gateway.streamed(Script.sse().raw(textEvent("kept") + marked + END)));
                    Samples.assertText("kept", gateway.streamed(Script.sse().raw("\uFEFF" + marked + textEvent("kept") + END)));
                });
    }

    private static Quirk severalLines() {
        return Quirk.of(9, "JSON spread over several data lines")
                .sees("`data: {`, `data: \"choices\":`, `data: […]}`, blank line")
                .handledBy("The lines of an event are joined with LF before they are read.")
                .source("https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream",
                        "https://github.com/songquanpeng/one-api/blob/main/common/custom-event.go")
                .check(gateway -> {
                    String pretty = Samples.text("Hello").replace(":", ":\n").replace("[", "[\n\n");
                    String lines = "data: " + pretty.replace("\n", "\ndata: ") + "\n\n";
                    List<ChatChunk> chunks = gateway.chunks(Script.sse().raw(lines + END));

                    assertThat(contents(chunks)).containsExactly("Hello", "", "");
                    assertThat(chunks.get(0).data()).isEqualTo(pretty);
                });
    }

    private static Quirk otherFields() {
        return Quirk.of(10, "event names, ids and retry times in a chat stream")
                .sees("`event: message`, `event: done` with `[DONE]`, `id: 3`, `retry: 3000`")
                .handledBy("Only the name `error` means something, and only for the event that it stands in; ids and retry "
                           + "times are passed over.")
                .source("https://github.com/theopenco/llmgateway/pull/2334",
                        "https://github.com/sashabaranov/go-openai/blob/master/chat_stream_test.go")
                .check(gateway -> {
                    for (String fields : List.of("event: message\n", "event: chat.completion.chunk\nid: 3\n", "id\n",
                            "retry: 3000\n", "event: error\nevent: message\n", "event: error\nevent\n", "event: Error\n",
                            "event: error\n\n", "events: error\n", "dat: error\n", "database: x\n", "event: \n")) {
                        Samples.assertText("Hello", gateway.streamed(Script.sse().raw(
                                fields + textEvent("Hel") + textEvent("lo") + fields + "data: " + Samples.STOP + "\n\n"
                                                                                      + "event: done\ndata: [DONE]\n\n")));
                    }
                    byte[] name = "event: mess\u00E4ge\n".getBytes(StandardCharsets.ISO_8859_1);
                    Samples.assertText("Hello", gateway.streamed(Script.sse().raw(name).raw(textEvent("Hello") + END)));
                });
    }
}
