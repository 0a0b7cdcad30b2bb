package io.github.llmchat.scenario.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ConnectionException;
import io.github.llmchat.error.ServerException;
import io.github.llmchat.error.StreamErrorException;
import io.github.llmchat.error.StreamTruncatedException;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.SseScript;

/** Answers with status 200 that are no answers. */
final class BadAnswers {

    private static final String ERROR = "{\"error\":{\"message\":\"Overloaded\",\"type\":\"server_error\",\"code\":503}}";

    private BadAnswers() {
    }

    static Stream<Fault> all() {
        return Stream.of(malformed(), types(), errors(), compressed()).flatMap(faults -> faults);
    }

    private static Stream<Fault> malformed() {
        Ending failure = Ending.failure(StreamErrorException.class);
        Ending server = Ending.status(200, ServerException.class);
        Script json = Script.json("{\"choices\":[{\"index\":0,");
        return Stream.of(
                Fault.of("malformed first chunk", Script.sse().event("{\"choices\":[{").stall(), failure)
                        .forPlain(json, server),
                Fault.of("malformed chunk", Script.sse().text("Half").event("{\"choices\":[{]}").stall(), failure.after("Half"))
                        .forPlain(json, server),
                Fault.of("text for a chunk", Script.sse().text("Half").event("upstream error").stall(), failure.after("Half"))
                        .forPlain(Script.json("upstream error"), server),
                Fault.of("no chunk at all", Script.sse().event("[DONE]"), Ending.failure(StreamTruncatedException.class))
                        .forPlain(Script.status(200), server),
                Fault.of("an end without a finish reason", Script.sse().text("Half"),
                        Ending.failure(StreamTruncatedException.class).after("Half"))
                        .forPlain(Script.json("{}"), server));
    }

    private static Stream<Fault> types() {
        Ending server = Ending.status(200, ServerException.class);
        return Stream.of(
                Fault.of("a page", Script.status(200).body("text/html", "<html><title>Log in</title></html>"), server),
                Fault.of("an image", Script.status(200).body("image/png", "\u0089PNG\r\n\u001A\n\0\0\0"),
                        Ending.failure(StreamTruncatedException.class)).forPlain(server),
                Fault.of("a text", Script.status(200).body("text/plain", "OK"),
                        Ending.failure(StreamTruncatedException.class)).forPlain(server),
                Fault.of("another document", Script.json("{\"object\":\"list\",\"data\":[]}"), server));
    }

    private static Stream<Fault> errors() {
        Ending failure = Ending.failure(StreamErrorException.class);
        Ending server = Ending.status(200, ServerException.class);
        SseScript half = Script.sse().text("Half");
        String event = "event: error\ndata: " + ERROR + "\n\n";
        return Stream.of(
                Fault.of("200 with an error", Script.json(ERROR), server),
                Fault.of("an error event first", Script.sse().raw(event), failure),
                Fault.of("an error event", half.raw(event), failure.after("Half")),
                Fault.of("an error object first", Script.sse().event(ERROR), failure),
                Fault.of("an error object", half.event(ERROR), failure.after("Half")))
                .map(fault -> fault.forPlain(server));
    }

    private static Stream<Fault> compressed() {
        byte[] whole = gzip("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Half\"}}]}\n\n");
        byte[] truncated = Arrays.copyOf(whole, whole.length - 20);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 14, 40, (byte) 0xAA);
        return Stream.of(
                Fault.of("gzip that is cut", Script.sse().gzip().text("Half").cut(),
                        Ending.failure(StreamTruncatedException.class).after("Half"))
                        .forPlain(Script.sse().gzip().raw("{\"choices\":[").cut(),
                                Ending.failure(ConnectionException.class).afterRetries()),
                Fault.of("gzip without its end", coded(truncated),
                        Ending.failure(StreamTruncatedException.class).afterAnything()),
                Fault.of("damaged gzip", coded(damaged), Ending.failure(ChatException.class)),
                Fault.of("gzip that is none", coded("data: {}\n\ndata: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII)),
                        Ending.failure(ChatException.class)),
                Fault.of("gzip in an unknown coding", Script.sse().header("Content-Encoding", "zstd").raw(whole),
                        Ending.failure(ChatException.class)));
    }

    private static Script coded(byte[] body) {
        return Script.sse().header("Content-Encoding", "gzip").raw(body);
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
