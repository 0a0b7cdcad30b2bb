package io.github.llmchat.sse;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import static io.github.llmchat.sse.Seen.COMMENT;
import static io.github.llmchat.sse.Seen.event;

/**
 * The table of streams that every test of the parser's reading goes through.
 */
final class SseCases {

    private static final String BOM = "\uFEFF";

    private SseCases() {
    }

    static Stream<SseCase> all() {
        return Stream.of(lineEnds(), byteOrderMarks(), dataLines(), emptyData(), otherFields(), names(), comments(), bytes(),
                ends()).flatMap(cases -> cases);
    }

    private static Stream<SseCase> lineEnds() {
        return Stream.of(
                SseCase.of("LF", "data: a\n\ndata: b\n\n", event(null, "a"), event(null, "b")),
                SseCase.of("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", event(null, "a"), event(null, "b")),
                SseCase.of("CR", "data: a\r\rdata: b\r\r", event(null, "a"), event(null, "b")),
                SseCase.of("CR, then CRLF", "data: a\r\r\ndata: b\r\r\n", event(null, "a"), event(null, "b")),
                SseCase.of("LF, then CR", "data: a\n\rdata: b\n\r", event(null, "a"), event(null, "b")),
                SseCase.of("CRLF is one line end", "data: a\r\ndata: b\r\n\r\n", event(null, "a\nb")),
                SseCase.of("LF CR is two line ends", "data: a\n\rdata: b\n\n", event(null, "a"), event(null, "b")),
                SseCase.of("blank lines before, between and after", "\n\r\n\rdata: a\n\n\n\r\n\rdata: b\n\n\n\n",
                        event(null, "a"), event(null, "b")),
                SseCase.of("only line ends", "\n\r\r\n\n"),
                SseCase.of("nothing", ""));
    }

    private static Stream<SseCase> byteOrderMarks() {
        return Stream.of(
                SseCase.of("byte order mark", BOM + "data: a\n\n", event(null, "a")),
                SseCase.of("only the first byte order mark", BOM + BOM + "data: a\ndata: b\n\n", event(null, "b")),
                SseCase.of("byte order mark before a comment", BOM + ":\ndata: a\n\n", COMMENT, event(null, "a")),
                SseCase.of("byte order mark before a blank line", BOM + "\n" + BOM + "data: a\n\ndata: b\n\n",
                        event(null, "b")),
                SseCase.of("no byte order mark after a line end", "\n" + BOM + "data: a\n\ndata: b\n\n", event(null, "b")),
                SseCase.of("no byte order mark in the second event", "data: a\n\n" + BOM + "data: b\n\n", event(null, "a")),
                SseCase.of("no byte order mark in the value", "data:" + BOM + "a\n\n", event(null, BOM + "a")),
                SseCase.of("two bytes of the byte order mark",
                        new byte[] { (byte) 0xEF, (byte) 0xBB, 'd', 'a', 't', 'a', ':', 'a', '\n', '\n' }),
                SseCase.of("only a byte order mark", BOM));
    }

    private static Stream<SseCase> dataLines() {
        return Stream.of(
                SseCase.of("no space", "data:a\n\n", event(null, "a")),
                SseCase.of("only the first space", "data:  a \n\n", event(null, " a ")),
                SseCase.of("a tab is no space", "data:\ta\n\n", event(null, "\ta")),
                SseCase.of("colons in the value", "data: a: b:\n\ndata::\n\n", event(null, "a: b:"), event(null, ":")),
                SseCase.of("three lines", "data: {\ndata:\"a\":\ndata: 1}\n\n", event(null, "{\n\"a\":\n1}")),
                SseCase.of("other lines between", "data: a\nid: 1\n: c\nx\ndata: b\n\n", COMMENT, event(null, "a\nb")),
                SseCase.of("[DONE] as a whole", "data: [DONE]\n\n", event(null, "[DONE]")),
                SseCase.of("[DONE] in the content", "data: {\"content\":\"Keep [DONE] here\"}\n\ndata: [DONE]oops\n\n",
                        event(null, "{\"content\":\"Keep [DONE] here\"}"), event(null, "[DONE]oops")));
    }

    private static Stream<SseCase> emptyData() {
        return Stream.of(
                SseCase.of("one empty line", "data:\n\n", event(null, "")),
                SseCase.of("one empty line with its space", "data: \n\n", event(null, "")),
                SseCase.of("one line that is only the name", "data\n\n", event(null, "")),
                SseCase.of("two empty lines", "data\ndata:\n\n", event(null, "\n")),
                SseCase.of("three empty lines", "data:\ndata:\ndata:\n\n", event(null, "\n\n")),
                SseCase.of("empty line first", "data:\ndata: a\n\n", event(null, "\na")),
                SseCase.of("empty line last", "data: a\ndata\n\n", event(null, "a\n")),
                SseCase.of("the standard's example", "data\n\ndata\ndata\n\ndata:", event(null, ""), event(null, "\n"))
                        .leaving(event(null, "")));
    }

    private static Stream<SseCase> otherFields() {
        return Stream.of(
                SseCase.of("id and retry", "id: 7\nretry: 10\ndata: a\nid\nretry:\n\n", event(null, "a")),
                SseCase.of("no data line", "id: 7\nretry: 10\nx: y\n\ndata: a\n\n", event(null, "a")),
                SseCase.of("unknown fields", "x\nfoo: bar\nthis is no field: b\ndata: a\n\n", event(null, "a")),
                SseCase.of("names are case-sensitive", "Data: a\nDATA: b\ndata: c\n\n", event(null, "c")),
                SseCase.of("names that only begin alike", "dat: a\ndatab: b\ndatabase: c\neven: d\nevents: e\ndata: f\n\n",
                        event(null, "f")),
                SseCase.of("blank before the name", " data: a\n\ndata: b\n\n", event(null, "b")),
                SseCase.of("blank before the colon", "data : a\n\ndata: b\n\n", event(null, "b")),
                SseCase.of("NUL before the name", "\0data: a\n\ndata: b\n\n", event(null, "b")),
                SseCase.of("a JSON document", "{\"error\": {\ndata: x\n}}\n\n", event(null, "x")));
    }

    private static Stream<SseCase> names() {
        return Stream.of(
                SseCase.of("name before data", "event: error\ndata: a\n\n", event("error", "a")),
                SseCase.of("name after data", "data: a\nevent:error\n\n", event("error", "a")),
                SseCase.of("name between data", "data: a\nevent: e\ndata: b\n\n", event("e", "a\nb")),
                SseCase.of("the last name counts", "event: first\nevent: b\ndata: a\n\n", event("b", "a")),
                SseCase.of("an empty name takes the name back", "event: b\nevent\ndata: a\n\n", event(null, "a")),
                SseCase.of("an empty name is none", "event:\ndata: a\n\nevent: \ndata: b\n\n", event(null, "a"),
                        event(null, "b")),
                SseCase.of("only the first space of a name", "event:  e \ndata: a\n\n", event(" e ", "a")),
                SseCase.of("name is gone after the event", "event: e\ndata: a\n\ndata: b\n\n", event("e", "a"),
                        event(null, "b")),
                SseCase.of("name is gone after an event without data", "event: e\n\ndata: b\n\n", event(null, "b")),
                SseCase.of("name with empty data", "event: ping\ndata: \n\n", event("ping", "")),
                SseCase.of("name in UTF-8", "event: \u4FEE\ndata: a\n\n", event("\u4FEE", "a")));
    }

    private static Stream<SseCase> comments() {
        return Stream.of(
                SseCase.of("comment and blank line", ": OPENROUTER PROCESSING\n\n: x\r\n\r\ndata: a\n\n", COMMENT, COMMENT,
                        event(null, "a")),
                SseCase.of("empty comment", ":\n:\r:\r\n", COMMENT, COMMENT, COMMENT),
                SseCase.of("comment after id", "id: 7\ndata: a\n\n: ping\n\n", event(null, "a"), COMMENT),
                SseCase.of("comment inside an event", "event: e\n:data: x\ndata: a\n: y\n\n", COMMENT, COMMENT,
                        event("e", "a")),
                SseCase.of("comment in a data line", "data: : keepalive\n\n", event(null, ": keepalive")));
    }

    private static Stream<SseCase> bytes() {
        byte[] invalid = "data: .....\n\n".getBytes(StandardCharsets.US_ASCII);
        invalid[6] = (byte) 0xFF;
        invalid[7] = (byte) 0xC3;
        invalid[8] = 0;
        invalid[9] = (byte) 0x80;
        invalid[10] = (byte) 0xE4;
        return Stream.of(
                SseCase.of("multi-byte characters", "data: \u00E9\u4FEE\uD83D\uDE00\n\n",
                        event(null, "\u00E9\u4FEE\uD83D\uDE00")),
                SseCase.of("U+2028, U+2029 and U+0085 end no line", "data: a\u2028b\u2029c\u0085d\n\n",
                        event(null, "a\u2028b\u2029c\u0085d")),
                SseCase.of("VT and FF end no line", "data: a\u000Bb\fc\n\n", event(null, "a\u000Bb\fc")),
                SseCase.of("invalid UTF-8", invalid, new Seen(null, "\u00FF\u00C3\0\u0080\u00E4")));
    }

    private static Stream<SseCase> ends() {
        return Stream.of(
                SseCase.of("end in the value", "data: a\n\ndata: b", event(null, "a")).leaving(event(null, "b")),
                SseCase.of("end before the blank line", "event: e\r\ndata: a\r\n").leaving(event("e", "a")),
                SseCase.of("end after CR", "data: a\r").leaving(event(null, "a")),
                SseCase.of("end in the second data line", "data: a\ndata: b").leaving(event(null, "a\nb")),
                SseCase.of("end after the colon", "data: a\ndata:").leaving(event(null, "a\n")),
                SseCase.of("end after the name of the field", "data: a\ndata").leaving(event(null, "a\n")),
                SseCase.of("end in the name of the field", "data: a\ndat").leaving(event(null, "a")),
                SseCase.of("end in the event's name", "data: a\nevent: err").leaving(event("err", "a")),
                SseCase.of("end in a comment", "data: a\n: b").leaving(event(null, "a")),
                SseCase.of("end in an ignored field", "data: a\nidentity: b").leaving(event(null, "a")),
                SseCase.of("end without data", "data: a\n\nevent: e\nid: 1\n", event(null, "a")),
                SseCase.of("end in a character", new byte[] { 'd', 'a', 't', 'a', ':', (byte) 0xE4, (byte) 0xBF })
                        .leaving(new Seen(null, "\u00E4\u00BF")));
    }
}
