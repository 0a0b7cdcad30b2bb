package io.github.llmchat.scenario.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.llmchat.error.AuthenticationException;
import io.github.llmchat.error.ChatTimeoutException.Timeout;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.testing.Script;

/** Answers without an end. */
final class EndlessAnswers {

    static final String LIMITS = "maxEventSize=20000&maxResponseSize=1000000";

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String EVENTS = HEAD + "Content-Type: text/event-stream\r\n\r\n";
    private static final String JSON = HEAD + "Content-Type: application/json\r\n\r\n";
    private static final String CHUNKED = HEAD + "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String ERROR = "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/plain\r\n\r\n";
    private static final String EMPTY_CHUNK = "data: {\"choices\":[{\"index\":0,\"delta\":{}}]}\n\n";

    private EndlessAnswers() {
    }

    static Stream<Fault> all() {
        return Stream.of(bodies(), bombs(), heads()).flatMap(faults -> faults).map(fault -> fault.with(LIMITS));
    }

    private static Stream<Fault> bodies() {
        Ending event = Ending.limit("maxEventSize");
        Ending size = Ending.limit("maxResponseSize");
        return Stream.of(
                Fault.of("an endless line", endless(EVENTS + "data: ", "x"), event).forPlain(size),
                Fault.of("an endless line that means nothing", endless(EVENTS + "id: ", "x"), size),
                Fault.of("an endless event", endless(EVENTS, "data: x\n"), event).forPlain(size),
                Fault.of("an endless body", endless(JSON + "{\"choices\":", " "), size),
                Fault.of("endless text", endless(EVENTS, "data: {\"choices\":[{\"delta\":{\"content\":\"abc\"}}]}\n\n"),
                        size.afterAnything()),
                Fault.of("endless keep-alives", endless(EVENTS, ": ping\n\n"), size),
                Fault.of("endless empty events", endless(EVENTS, "data:\n\n"), size),
                Fault.of("endless empty chunks", endless(EVENTS, EMPTY_CHUNK), size),
                Fault.of("endless blank lines", endless(EVENTS, "\n"), size),
                Fault.of("endless text after [DONE]",
                        endless(EVENTS + "data: {\"choices\":[{\"delta\":{\"content\":\"All\"}}]}\n\ndata: [DONE]\n\n",
                                EMPTY_CHUNK),
                        Ending.answer("All")).forPlain(size),
                Fault.of("an endless explanation", endless(ERROR, "No. "), Ending.status(401, AuthenticationException.class)),
                Fault.of("endless slow keep-alives", Script.endless(ascii(EVENTS), () -> slowly(": ping\n\n")),
                        Ending.timeout(Timeout.CHUNK)).with("chunkTimeout=250&requestTimeout=300")
                        .forPlain(Script.endless(ascii(JSON), () -> slowly("\n")), Ending.timeout(Timeout.REQUEST)));
    }

    private static Stream<Fault> bombs() {
        String head = HEAD + "Content-Encoding: gzip\r\nContent-Type: text/event-stream\r\n\r\n";
        Ending size = Ending.limit("maxResponseSize");
        return Stream.of(
                Fault.of("a gzip bomb of one event", bomb(head, "data: ", "x"), Ending.limit("maxEventSize")).forPlain(size),
                Fault.of("a gzip bomb of chunks", bomb(head, "", EMPTY_CHUNK), size.afterAnything()),
                Fault.of("a gzip bomb of keep-alives", bomb(head, "", ":\n\n"), size),
                Fault.of("a gzip bomb of JSON", bomb(head, "{\"choices\":", " "), size),
                Fault.of("a gzip bomb of an explanation",
                        bomb(ERROR.replace("\r\n\r\n", "\r\nContent-Encoding: gzip\r\n\r\n"), "", "No. "),
                        Ending.status(401, AuthenticationException.class)));
    }

    private static Stream<Fault> heads() {
        Ending broken = Ending.failure(ConnectionException.class).afterRetries();
        return Stream.of(
                Fault.of("an endless status line", endless("HTTP/1.1 200 ", "O"), broken),
                Fault.of("an endless header", endless(HEAD + "X-A: ", "x"), broken),
                Fault.of("endless headers", endless(HEAD, "X-A: x\r\n"), broken),
                Fault.of("endless interim answers", endless("", "HTTP/1.1 102 Processing\r\n\r\n"), broken),
                Fault.of("an endless chunk size", endless(CHUNKED + "5;", "x"), broken),
                Fault.of("endless trailers", endless(CHUNKED + "0\r\n", "X-A: x\r\n"), broken));
    }

    private static Script endless(String begin, String again) {
        byte[] piece = ascii(again.repeat(Math.max(1, 8_000 / again.length())));
        return Script.endless(ascii(begin), () -> piece);
    }

    private static Script bomb(String head, String begin, String again) {
        byte[] body = BadAnswers.gzip(begin + again.repeat(30_000_000 / again.length()));
        byte[] all = Arrays.copyOf(ascii(head), head.length() + body.length);
        System.arraycopy(body, 0, all, head.length(), body.length);
        return Script.garbage(all);
    }

    /** A gateway's own pace; no test waits for it. */
    private static byte[] slowly(String text) {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ascii(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
