package io.github.llmchat.benchmark.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.llmchat.ChunksToRoute;
import io.github.llmchat.camel.RouteTarget;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.sse.SseParser;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.ChunkDrain;
import io.github.llmchat.stream.ChunkSink;
import io.github.llmchat.stream.ChunkSource;
import io.github.llmchat.stream.ChunkStream;
import io.github.llmchat.stream.StreamRounds;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From the bytes of a stream to a route that gets an exchange for each chunk; for each chunk. There is no network, and
 * no other thread: the drain delivers on the thread that brings the bytes. All else is the component's own.
 */
@State(Scope.Thread)
public class ExchangePathBenchmark {

    private static final int CHUNKS = 1_000;
    private static final int READ_SIZE = 4096;
    private static final int MAX_EVENT_SIZE = 1024 * 1024;
    private static final int CHUNK_BUFFER = 256;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChunkRoute route;
    private StreamBytes bytes;
    private ByteBuffer buffer;
    private final List<SseEvent> events = new ArrayList<>();
    private JsonNode tree;
    private boolean ended;

    /** Starts Camel. */
    @Setup
    public void prepare() throws Exception {
        List<byte[]> answer = ChunkJson.answer(CHUNKS - 1);
        answer.add(ChunkJson.finish());
        answer.forEach(chunk -> events.add(new SseEvent(null, chunk)));
        tree = MAPPER.readTree(ChunkJson.text(3));
        List<byte[]> all = new ArrayList<>(answer);
        all.add("[DONE]".getBytes(StandardCharsets.US_ASCII));
        bytes = new StreamBytes(all, READ_SIZE);
        buffer = bytes.buffer();
        route = new ChunkRoute();
    }

    /** Stops Camel. */
    @TearDown
    public void close() {
        route.close();
    }

    /** The component: parser, chunks, accumulator, and an exchange for each chunk. */
    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    @ComparedWith("floor")
    public long chunksTo() {
        feed(stream(this::toRoute));
        return route.characters();
    }

    /** The same to a route of two steps, the first of which asks for one of the caller's headers. */
    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    @ComparedWith("floor")
    public long chunksToAskingForAHeader() {
        feed(stream(stream -> toRoute(stream, route.asking())));
        return route.characters();
    }

    /** The same from events that have been parsed. */
    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    @ComparedWith("floor")
    public long chunksToFromEvents() {
        ChunkStream stream = stream(this::toRoute);
        for (int i = 0; i < events.size(); i++) {
            stream.event(events.get(i));
            if (i % 16 == 15) {
                // about as many as one read brings
                stream.flush();
            }
        }
        end(stream, null);
        return route.characters();
    }

    /** The same with no exchange: what is left is Camel's share, and that of the headers. */
    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    @ComparedWith("floor")
    public void withoutExchange(Blackhole blackhole) {
        feed(stream(stream -> new Consuming(blackhole)));
    }

    /** The least that one can do: lines, a tree, and an exchange with five headers to the endpoint's producer. */
    @Benchmark
    @OperationsPerInvocation(CHUNKS)
    public long floor() {
        LineScanner scanner = new LineScanner((array, from, length) -> {
            if (array[from] == '{') {
                route.send(tree(array, from, length));
            }
        });
        bytes.read(buffer, scanner::feed);
        return route.characters();
    }

    /** Of that, the exchange alone. */
    @Benchmark
    @ComparedWith("floor")
    public long exchange() {
        route.send(tree);
        return route.characters();
    }

    private void feed(ChunkStream stream) {
        SseParser parser = new SseParser(MAX_EVENT_SIZE, stream::event);
        bytes.read(buffer, read -> {
            parser.feed(read);
            stream.flush();
            if (!stream.hasRoom()) {
                throw new IllegalStateException("nobody has read the stream");
            }
        });
        end(stream, parser.finish());
    }

    private ChunkStream stream(Function<ChunkStream, ChunkSink> sink) {
        ended = false;
        ChunkStream stream = new ChunkStream("stream", CHUNK_BUFFER, false, new OneAnswer(), () -> ended = true);
        stream.source(new Endless());
        stream.head(AnswerHead.NONE);
        ChunkDrain.start(stream, sink.apply(stream), Runnable::run);
        return stream;
    }

    private ChunkSink toRoute(ChunkStream stream) {
        return toRoute(stream, route.target());
    }

    private ChunkSink toRoute(ChunkStream stream, RouteTarget target) {
        return new ChunksToRoute(stream, route.exchange(), target, () -> {
        });
    }

    private void end(ChunkStream stream, SseEvent unfinished) {
        stream.streamEnd(unfinished);
        if (!ended) {
            throw new IllegalStateException("the stream has not ended");
        }
    }

    private static JsonNode tree(byte[] array, int from, int length) {
        try {
            return MAPPER.readTree(array, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No tools. */
    private static final class OneAnswer implements StreamRounds {

        @Override
        public ChatCompletion answered(ChatCompletion answer, AnswerHead head) {
            return answer;
        }

        @Override
        public void next() {
            throw new IllegalStateException("there is one answer only");
        }
    }

    /** Takes chunks. */
    private record Consuming(Blackhole blackhole) implements ChunkSink {

        @Override
        public boolean chunk(ChatChunk chunk, Runnable processed) {
            blackhole.consume(chunk.content());
            return true;
        }

        @Override
        public void end(ChatChunk closing) {
            blackhole.consume(closing.completion());
        }

        @Override
        public void failed(ChatException failure) {
            throw failure;
        }
    }

    /** No connection to close, nor to be read on. */
    private static final class Endless implements ChunkSource {

        @Override
        public void resume() {
            // it never waits
        }

        @Override
        public void abort() {
            throw new IllegalStateException("the stream has failed");
        }

        @Override
        public void endWithin(Duration grace) {
            // it ends right after that
        }

        @Override
        public void endAfterSilence(Duration grace) {
            // it ends soon after that
        }
    }
}
