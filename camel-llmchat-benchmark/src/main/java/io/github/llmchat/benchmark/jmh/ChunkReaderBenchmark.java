package io.github.llmchat.benchmark.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChunkReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From a chunk's JSON to its text, tool calls and usage. Whoever reads a stream asks each chunk for all three. */
@State(Scope.Thread)
public class ChunkReaderBenchmark {

    /** What is in a chunk. */
    public enum Kind {
        /** A piece of text. */
        TEXT,
        /** A piece of a tool call's arguments. */
        TOOL_CALL,
        /** The usage and no choice. */
        USAGE
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectReader RECORDS = MAPPER.readerFor(ChunkRecord.class);
    private static final ObjectMapper OPENAI = ObjectMappers.jsonMapper();
    private static final TypeReference<ChatCompletionChunk> OPENAI_CHUNK = new TypeReference<>() {
    };

    /** The chunk that is read. */
    @Param
    private Kind kind;

    private byte[] json;
    private String text;
    private List<byte[]> stream;
    private ChunkReader reader;
    private int next;

    /** Makes the chunk. */
    @Setup
    public void prepare() {
        json = switch (kind) {
            case TEXT -> ChunkJson.text(3);
            case TOOL_CALL -> ChunkJson.arguments(0, "\\\"order\\\":");
            case USAGE -> ChunkJson.usage();
        };
        text = new String(json, StandardCharsets.UTF_8);
        stream = kind == Kind.TEXT ? ChunkJson.answer(100) : List.of(json);
        reader = new ChunkReader();
    }

    /** The component's chunk, with none before it. */
    @Benchmark
    @ComparedWith("readTree")
    public ChatChunk chatChunk(Blackhole blackhole) throws IOException {
        return asked(ChatChunk.read(json, 0), blackhole);
    }

    /** The component's chunk, as the next one of a stream. */
    @Benchmark
    @ComparedWith("readTree")
    public ChatChunk chatChunkOfStream(Blackhole blackhole) throws IOException {
        next = (next + 1) % stream.size();
        return asked(reader.read(stream.get(next), next), blackhole);
    }

    private static ChatChunk asked(ChatChunk chunk, Blackhole blackhole) {
        blackhole.consume(chunk.content());
        blackhole.consume(chunk.toolCallDeltas());
        blackhole.consume(chunk.usage());
        return chunk;
    }

    /** A tree of the whole chunk. */
    @Benchmark
    public JsonNode readTree(Blackhole blackhole) throws IOException {
        JsonNode tree = MAPPER.readTree(json);
        JsonNode delta = tree.path("choices").path(0).path("delta");
        blackhole.consume(delta.path("content").textValue());
        blackhole.consume(delta.path("tool_calls"));
        blackhole.consume(tree.path("usage"));
        return tree;
    }

    /** Data binding to records of one's own. */
    @Benchmark
    @ComparedWith("readTree")
    public ChunkRecord record(Blackhole blackhole) throws IOException {
        ChunkRecord chunk = RECORDS.readValue(json);
        for (ChunkRecord.Choice choice : chunk.choices()) {
            blackhole.consume(choice.delta().content());
            blackhole.consume(choice.delta().toolCalls());
        }
        blackhole.consume(chunk.usage());
        return chunk;
    }

    /** What openai-java does with the text of an event: first a tree, then its own class. */
    @Benchmark
    @ComparedWith("readTree")
    public ChatCompletionChunk openaiJava(Blackhole blackhole) throws IOException {
        ChatCompletionChunk chunk = OPENAI.readerFor(OPENAI_CHUNK).readValue(OPENAI.readTree(text));
        for (ChatCompletionChunk.Choice choice : chunk.choices()) {
            blackhole.consume(choice.delta().content());
            blackhole.consume(choice.delta().toolCalls());
        }
        blackhole.consume(chunk.usage());
        return chunk;
    }
}
