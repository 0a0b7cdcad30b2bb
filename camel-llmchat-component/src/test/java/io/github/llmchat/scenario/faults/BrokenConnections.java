package io.github.llmchat.scenario.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException.Timeout;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

/** Connections that break, fall silent or are too slow. */
final class BrokenConnections {

    /** Until a cut that nobody sees, because the answer is complete. */
    static final int CHUNKS = 4;
    private static final Ending BROKEN = Ending.failure(ConnectionException.class).afterRetries();
    private static final String SILENCE = "readTimeout=250";
    /** Time enough for what comes before the silence. */
    private static final String LATER_SILENCE = "readTimeout=2000";

    private BrokenConnections() {
    }

    static Stream<Fault> all() {
        return Stream.of(beforeTheAnswer(), garbage(), cuts(), middle(), silence(), drip()).flatMap(faults -> faults);
    }

    private static Stream<Fault> beforeTheAnswer() {
        return Stream.of(
                Fault.of("reset before headers", Script.resetBeforeHeaders(), BROKEN),
                Fault.of("close before headers", Script.closeBeforeHeaders(), BROKEN),
                Fault.of("close in the status line", Script.garbage(ascii("HTTP/1.1 20")), BROKEN),
                Fault.of("close in the headers", Script.garbage(ascii("HTTP/1.1 200 OK\r\nContent-")), BROKEN));
    }

    private static Stream<Fault> garbage() {
        byte[] noise = new byte[4_000];
        new Random(1).nextBytes(noise);
        return Stream
                .of(noise, ascii("\n"), ascii("SSH-2.0-OpenSSH_9.2\r\n"), ascii("HTTP/1.1 abc\r\n\r\n"),
                        ascii("x".repeat(9_999)))
                .map(bytes -> Fault.of("garbage bytes, " + bytes.length, Script.garbage(bytes),
                        BROKEN));
    }

    private static Stream<Fault> cuts() {
        Fault none = Fault.of("cut after 0 chunks", Script.sse().cut(), BROKEN);
        Fault head = Fault.of("cut in the first chunk", Script.sse().raw("data: {\"cho").cut(),
                BROKEN);
        Stream<Fault> some = IntStream.range(1, CHUNKS).mapToObj(k -> Fault.of(
                "cut after " + k + " chunks", chunks(k).cut(),
                Ending.failure(StreamTruncatedException.class).after(text(k))));
        SseScript all = chunks(CHUNKS).finish("stop");
        Stream<Fault> unnoticed = Stream.of(
                Fault.of("cut after the finish reason", all.cut(), Ending.answer(text(CHUNKS))),
                Fault.of("close after [DONE]", all.done().closeAfterwards(), Ending.answer(text(CHUNKS))))
                .map(fault -> fault.forPlain(Script.answer("All").closeAfterwards(), Ending.answer("All")));
        return Stream.of(Stream.of(none, head), some.map(BrokenConnections::plainCut), unnoticed).flatMap(faults -> faults);
    }

    private static Fault plainCut(Fault fault) {
        return fault.forPlain(Script.answer("All").cutAfter(50), BROKEN);
    }

    private static SseScript chunks(int count) {
        return Script.sse().text(IntStream.range(0, count).mapToObj(i -> "c" + i).toArray(String[]::new));
    }

    private static String text(int count) {
        return String.join("", IntStream.range(0, count).mapToObj(i -> "c" + i).toList());
    }

    /** A reset may destroy what came before it, so that it is not known which of the two it is. */
    private static Stream<Fault> middle() {
        Ending either = Ending.failure(ChatException.class).afterAnything().perhapsAfterRetries();
        return Stream.of(
                Fault.of("reset mid-chunk", chunks(2).raw("data: {\"cho").reset(), either)
                        .forPlain(Script.sse().contentType(null).raw("{\"cho").reset(), BROKEN),
                Fault.of("cut mid-chunk", chunks(2).raw("data: {\"cho").cut(),
                        Ending.failure(StreamTruncatedException.class).after(text(2))).forPlain(
                                Script.answer("All").cutAfter(1), BROKEN));
    }

    private static Stream<Fault> silence() {
        Ending timeout = Ending.timeout(Timeout.READ);
        return Stream.of(
                Fault.of("stall before headers", Script.stallBeforeHeaders(), timeout).with(SILENCE),
                Fault.of("stall before the first chunk", Script.sse().stall(), timeout).with(SILENCE),
                Fault.of("stall mid-stream", chunks(2).stall(), timeout.after(text(2))).with(LATER_SILENCE),
                Fault.of("stall mid-chunk", chunks(1).raw("data: {\"cho").stall(), timeout.after(text(1)))
                        .with(LATER_SILENCE));
    }

    private static Stream<Fault> drip() {
        Duration pause = Duration.ofMillis(20);
        SseScript bytes = Script.sse();
        SseScript blanks = Script.sse().contentType("application/json");
        SseScript texts = Script.sse();
        for (int i = 0; i < 50; i++) {
            bytes = bytes.raw(i == 0 ? "data: " : "x").pause(pause);
            blanks = blanks.raw(" ").pause(pause);
            texts = texts.text("x").pause(pause);
        }
        return Stream.of(
                Fault.of("slow drip of chunks", texts.stall(), Ending.timeout(Timeout.STREAM).afterAnything())
                        .with("streamTimeout=300&requestTimeout=300").forPlain(blanks.stall(), Ending.timeout(Timeout.REQUEST)),
                Fault.of("slow drip of one chunk", bytes.stall(), Ending.timeout(Timeout.CHUNK))
                        .with("chunkTimeout=300&requestTimeout=300").forPlain(blanks.stall(), Ending.timeout(Timeout.REQUEST)),
                Fault.of("drip byte by byte", chunks(2).splitEvery(1).text("c2").finish("stop").done(),
                        Ending.answer(text(3))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
