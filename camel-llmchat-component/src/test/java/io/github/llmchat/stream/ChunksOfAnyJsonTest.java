package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import io.github.llmchat.error.ChatException;
import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.sse.SseEvent;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever JSON a gateway sends, and whatever bytes that are none: an answer, or an exception that says what is wrong.
 */
class ChunksOfAnyJsonTest {

    @Provide
    Arbitrary<String> documents() {
        return GeneratedJson.documents();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void areReadAndAddedUp(@ForAll @Size(max = 4) List<@From("documents") String> chunks) {
        ChunkAccumulator accumulator = new ChunkAccumulator();
        for (String json : chunks) {
            try {
                ChatChunk chunk = ChatChunk.read(bytes(json), 0);
                AnyBytes.lookAt(chunk);
                accumulator.add(chunk);
            } catch (JacksonException e) {
                assertThat(json).as("JSON that is no object").doesNotStartWith("{");
            }
        }
        AnyBytes.lookAt(accumulator.completion());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void haveTheFactsOfTheirTree(@ForAll("documents") String json) throws Exception {
        if (!json.startsWith("{")) {
            return;
        }
        ChatChunk chunk = ChatChunk.read(bytes(json), 0);
        if (!chunk.choices().isEmpty()) {
            assertThat(chunk.content()).isEqualTo(chunk.choices().get(0).content());
            assertThat(chunk.finishReason()).isEqualTo(chunk.choices().get(0).finishReason());
            assertThat(chunk.choiceIndex()).isEqualTo(chunk.choices().get(0).index());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void endInAnAnswerOrInAChatException(@ForAll @Size(max = 4) List<@From("documents") String> events) {
        StreamReading reading = new StreamReading(true);
        try {
            for (String event : events) {
                reading.read(new SseEvent(null, bytes(event)), new NoSource());
            }
            ChatChunk last = reading.finish(null);
            while (!last.last()) {
                last = reading.finish(null);
            }
            AnyBytes.lookAt(last.completion());
        } catch (ChatException e) {
            assertThat(e.category()).isNotEmpty();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void mayBeCutAnywhere(@ForAll("documents") String json, @ForAll @IntRange(max = 300) int length) {
        byte[] all = bytes(json);
        AnyBytes.read(Arrays.copyOf(all, Math.min(all.length, length)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void mayBeDamagedAnywhere(
            @ForAll("documents") String json, @ForAll @IntRange(max = 300) int position, @ForAll byte damage) {
        byte[] all = bytes(json);
        all[position % all.length] = damage;
        AnyBytes.read(all);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void mayBeNoJsonAtAll(@ForAll byte[] bytes) {
        AnyBytes.read(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
