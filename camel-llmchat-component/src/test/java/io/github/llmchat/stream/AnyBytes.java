package io.github.llmchat.stream;

import com.fasterxml.jackson.core.JacksonException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;

import static org.assertj.core.api.Assertions.assertThat;

/** Bytes that a gateway might send: reads them, and asks what is there for all that can be asked for. */
final class AnyBytes {

    private AnyBytes() {
    }

    /** Reads them as a chunk and as a whole answer; throws what no gateway may cause. */
    static void read(byte[] bytes) {
        try {
            ChatChunk chunk = ChatChunk.read(bytes, 0);
            lookAt(chunk);
            accumulated(chunk);
        } catch (JacksonException e) {
            assertThat(e).isNotNull();
        }
        try {
            lookAt(WholeAnswer.read(bytes, AnswerHead.NONE, true));
        } catch (ChatException e) {
            assertThat(e.category()).isNotEmpty();
        }
    }

    static void lookAt(ChatChunk chunk) {
        assertThat(chunk.content()).isNotNull();
        assertThat(chunk.toString()).isNotEmpty();
        chunk.choices().forEach(choice -> assertThat(choice.toolCallDeltas()).isNotNull());
        assertThat(chunk.toolCallDeltas()).isNotNull();
        assertThat(chunk.usage() == null || chunk.hasUsage()).isTrue();
        assertThat(chunk.audioData()).isNotNull();
        chunk.audio();
    }

    static void lookAt(ChatCompletion completion) {
        assertThat(completion.text()).isNotNull();
        assertThat(completion.toString()).isNotEmpty();
        completion.choices().forEach(choice -> assertThat(choice.message().toolCalls()).isNotNull());
        completion.usage();
        completion.finishReason();
    }

    private static void accumulated(ChatChunk chunk) {
        ChunkAccumulator accumulator = new ChunkAccumulator();
        accumulator.add(chunk);
        accumulator.add(chunk);
        lookAt(accumulator.completion());
    }
}
