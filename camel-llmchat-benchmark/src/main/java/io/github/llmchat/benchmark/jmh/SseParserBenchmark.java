package io.github.llmchat.benchmark.jmh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.sse.SseParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a stream to its events; for each event. */
@State(Scope.Thread)
public class SseParserBenchmark {

    private static final int EVENTS = 1_000;
    private static final int MAX_EVENT_SIZE = 1024 * 1024;

    /** What comes with one read from the network, in bytes. */
    @Param({ "4096", "16384" })
    private int readSize;

    private StreamBytes stream;
    private ByteBuffer buffer;

    /** Makes the stream. */
    @Setup
    public void prepare() {
        stream = new StreamBytes(ChunkJson.answer(EVENTS), readSize);
        buffer = stream.buffer();
    }

    /** The component's parser. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    @ComparedWith("lines")
    public void events(Blackhole blackhole) {
        SseParser parser = new SseParser(MAX_EVENT_SIZE, blackhole::consume);
        stream.read(buffer, parser::feed);
        SseEvent unfinished = parser.finish();
        blackhole.consume(unfinished);
    }

    /** The least that a client does that reads lines, as openai-java does: text for each line, and without its name. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void lines(Blackhole blackhole) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream.open(), StandardCharsets.UTF_8))) {
            String data = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty()) {
                    blackhole.consume(data);
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                }
            }
        }
    }
}
