package io.github.llmchat.benchmark.jmh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.stream.ChunkAccumulator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the chunks of a stream, read already, to the whole answer; for each chunk. */
@State(Scope.Thread)
public class AccumulatorBenchmark {

    private static final int SHORT = 100;
    private static final int LONG = 10_000;
    private static final int CALLS = 4;

    private List<ChatChunk> text;
    private List<ChatChunk> toolCalls;

    /** Reads the chunks. */
    @Setup
    public void prepare() throws IOException {
        text = read(ChunkJson.answer(SHORT));
        List<byte[]> pieces = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            pieces.add(ChunkJson.toolCall(call));
            for (int piece = 1; piece < SHORT / CALLS; piece++) {
                pieces.add(
                        ChunkJson.arguments(call, piece == 1 ? "{\\\"ids\\\":[0" : piece == SHORT / CALLS - 1 ? "]}" : ",7"));
            }
        }
        toolCalls = read(pieces);
    }

    private static List<ChatChunk> read(List<byte[]> chunks) throws IOException {
        List<ChatChunk> read = new ArrayList<>();
        for (byte[] chunk : chunks) {
            read.add(ChatChunk.read(chunk, read.size()));
        }
        return read;
    }

    /** A short text. */
    @Benchmark
    @OperationsPerInvocation(SHORT)
    public ChatCompletion text100() {
        return text(SHORT);
    }

    /** A long text: what a chunk costs must not grow with those before it. */
    @Benchmark
    @OperationsPerInvocation(LONG)
    @ComparedWith("text100")
    public ChatCompletion text10000() {
        return text(LONG);
    }

    /** Four tool calls, whose arguments come in pieces. */
    @Benchmark
    @OperationsPerInvocation(SHORT)
    @ComparedWith("text100")
    public ChatCompletion toolCalls() {
        ChunkAccumulator accumulator = new ChunkAccumulator();
        toolCalls.forEach(accumulator::add);
        return accumulator.completion();
    }

    private ChatCompletion text(int chunks) {
        ChunkAccumulator accumulator = new ChunkAccumulator();
        for (int i = 0; i < chunks; i++) {
            // the same few again: it is not the processor's cache that is to be measured
            accumulator.add(text.get(i % SHORT));
        }
        return accumulator.completion();
    }
}
