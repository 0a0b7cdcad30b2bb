package io.github.llmchat.quirks;

import java.util.Arrays;
import java.util.List;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

import static io.github.llmchat.quirks.Samples.contents;
import static io.github.llmchat.quirks.Samples.textEvent;
import static org.assertj.core.api.Assertions.assertThat;

/** Answers that come in another form than was asked for: Q21 to Q24. */
final class FormQuirks {

    private static final String NOT_A_COMPLETION
            = "The gateway answered with status 2xx, but not with a chat completion: ";
    private static final String STREAM = textEvent("Hel") + textEvent("lo") + "data: " + Samples.STOP + "\n\ndata: "
                                         + Samples.USAGE + "\n\ndata: [DONE]\n\n";

    private FormQuirks() {
    }

    static List<Quirk> all() {
        return List.of(contentType(), jsonForStream(), streamForJson(), leadingBlanks());
    }

    private static Quirk contentType() {
        return Quirk.of(21, "a content type that says nothing")
                .sees("`text/event-stream;charset=windows-1252`, `text/plain`, none at all, or `text/event-stream` around JSON")
                .handledBy("The content type is not looked at. The first character decides: `{` or `[` is JSON, `<` is a page, "
                           + "anything else events. The text is always UTF-8.")
                .source("https://github.com/decolua/9router/issues/3492",
                        "https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream")
                .check(gateway -> {
                    String accented = "\u00E9\u4FEE";
                    for (String type : Arrays.asList("text/event-stream;charset=windows-1252", "text/plain", null,
                            "application/json; charset=iso-8859-1", "text/html", "nonsense")) {
                        SseScript events = Script.sse().contentType(type).raw(STREAM.replace("lo", accented));
                        Samples.assertText("Hel" + accented, gateway.streamed(events));
                        Samples.assertText("Hel" + accented, gateway.whole(events));
                        SseScript json = Script.sse().contentType(type).raw(Samples.HELLO.replace("lo", accented));
                        Samples.assertText("Hel" + accented, gateway.whole(json));
                        Samples.assertText("Hel" + accented, gateway.streamed(json));
                    }
                });
    }

    private static Quirk jsonForStream() {
        return Quirk.of(22, "JSON in answer to a streamed call")
                .sees("status 200 and a whole `chat.completion`, or `{\"error\":…}`")
                .handledBy("A whole completion becomes one chunk and the closing chunk. An error fails the call. An answer "
                           + "without `choices` is a failure, never an empty success.")
                .source("https://github.com/huggingface/text-generation-inference/issues/1896",
                        "https://github.com/ChatGPTNextWeb/NextChat/pull/1585")
                .check(gateway -> {
                    for (String before : List.of("", "\n\n  ", "\r\n\t ")) {
                        List<ChatChunk> chunks = gateway.chunks(Script.sse().raw(before + Samples.HELLO));
                        assertThat(contents(chunks)).containsExactly("Hello", "");
                        assertThat(chunks.get(0).finishReason()).isEqualTo("stop");
                        assertThat(chunks.get(0).has("object")).isTrue();
                        assertComplete(chunks.get(1).completion());
                        assertThat(chunks.get(1).completion().id()).isEqualTo("c-1");
                    }
                    assertComplete(gateway.streamed(Script.json(Samples.HELLO)));
                    assertThat(gateway.streamFails(Script.json("{\"error\":{\"message\":\"No balance\",\"code\":7}}")))
                            .isInstanceOf(ServerException.class)
                            .hasMessage("The gateway answered with status 2xx and an error: No balance");
                    for (String none : List.of("{}", "{\"choices\":null}", "{\"choices\":[1]}", "[1]", "[]")) {
                        assertThat(gateway.streamFails(Script.json(none))).isInstanceOf(ServerException.class)
                                .hasMessage(NOT_A_COMPLETION + "the JSON has no choices");
                    }
                });
    }

    private static Quirk streamForJson() {
        return Quirk.of(23, "events in answer to a plain call")
                .sees("`data: {chunk}` …, `data: {chat.completion}` with `data: [DONE]`, or JSON with `data: [DONE]` glued on")
                .handledBy("Events are added up as in a stream, a completion in an event is taken as it is, and what follows a "
                           + "JSON document is cut off.")
                .source("https://github.com/decolua/9router/issues/3492")
                .check(gateway -> {
                    for (String before : List.of("", "\n\r\n", ": hello\n\n", "event: message\n")) {
                        assertComplete(gateway.whole(Script.sse().raw(before + STREAM)));
                    }
                    assertComplete(gateway.whole("data: " + Samples.HELLO + "\n\ndata: [DONE]\n\n"));
                    assertComplete(gateway.whole("data: " + Samples.HELLO));
                    assertComplete(gateway.whole("data:" + Samples.HELLO + "\n\n"));
                    assertComplete(gateway.whole(Samples.HELLO + "data: [DONE]\n\n"));
                    assertComplete(gateway.whole(Samples.HELLO + "\n\ndata: [DONE]\n\n"));
                    assertComplete(gateway.streamed(Script.json(Samples.HELLO + "data: [DONE]\n\n")));
                    assertThat(gateway.wholeFails("data")).hasMessage(NOT_A_COMPLETION + "data");
                    ChatException cut = gateway.wholeFails(textEvent("Hel"));
                    assertThat(cut).hasMessage("The stream ended after 1 chunks with neither a finish reason nor [DONE]");
                    assertThat(cut.partialCompletion().text()).isEqualTo("Hel");
                });
    }

    private static Quirk leadingBlanks() {
        return Quirk.of(24, "blank lines before the JSON of a plain answer")
                .sees("`\\n\\n\\n\\n{\"id\":…}`: line breaks that keep the connection open while the model works")
                .handledBy("White space before the JSON is skipped. An answer of white space only is a failure.")
                .source("https://api-docs.deepseek.com/quick_start/rate_limit")
                .check(gateway -> {
                    for (String blanks : List.of("\n\n\n\n", "\r\n\r\n", " \t\n", "\n".repeat(5000))) {
                        assertComplete(gateway.whole(blanks + Samples.HELLO));
                        assertThat(gateway.wholeFails(blanks)).isInstanceOf(ServerException.class)
                                .hasMessage(NOT_A_COMPLETION + "the body is empty");
                        assertThat(gateway.streamFails(Script.json(blanks)))
                                .hasMessage("The stream ended without a single chunk");
                    }
                    assertThat(gateway.wholeFails("\n\n{\"choices\":[{")).hasMessage(NOT_A_COMPLETION
                                                                                     + "malformed JSON (15 bytes)");
                });
    }

    private static void assertComplete(ChatCompletion completion) {
        Samples.assertText("Hello", completion);
        Samples.assertUsage(completion);
    }
}
