package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.llmchat.model.WireFiles;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a chunk and an answer, or an exception of ours. */
class ChunkFuzzTest {

    /** What the fuzzer starts from: what servers send. */
    static Stream<byte[]> seeds() {
        Stream<String> chunks = WireFiles.named("chunks.jsonl").flatMap(file -> WireFiles.lines(file).stream().limit(3));
        Stream<String> answers = WireFiles.named("completion.json").map(WireFiles::read);
        return Stream.concat(chunks, answers).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadAndAddedUp(byte[] json) {
        AnyBytes.read(json);
    }
}
