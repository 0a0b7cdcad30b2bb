package io.github.llmchat.stream;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a chunk and an answer, or an exception of ours. */
class ChunkFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void isReadAndAddedUp(byte[] json) {
        AnyBytes.read(json);
    }
}
