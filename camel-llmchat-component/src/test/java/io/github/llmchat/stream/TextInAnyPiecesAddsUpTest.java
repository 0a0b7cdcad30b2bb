package io.github.llmchat.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.llmchat.model.ChatChunk;
import io.github.llmchat.model.ChatCompletion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** How a gateway cuts its answer into chunks makes no difference to what they add up to. */
class TextInAnyPiecesAddsUpTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', '"', '\\', '\n', '\u0000', '<', '\u00E9', '\u4FEE', '\u2028')
                .ofMaxLength(60);
    }

    @Property
    void text(@ForAll("texts") String text, @ForAll @Size(max = 12) List<@IntRange(max = 9) Integer> sizes) throws Exception {
        assertThat(addedUp("content", pieces(text, sizes)).text()).isEqualTo(text);
    }

    @Property
    void reasoning(@ForAll("texts") String text, @ForAll @Size(max = 12) List<@IntRange(max = 9) Integer> sizes)
            throws Exception {
        ChatCompletion completion = addedUp("reasoning_content", pieces(text, sizes));
        assertThat(completion.choices().get(0).message().reasoningContent()).isEqualTo(text.isEmpty() ? null : text);
    }

    @Property
    void arguments(@ForAll("texts") String text, @ForAll @Size(max = 12) List<@IntRange(max = 9) Integer> sizes)
            throws Exception {
        ChunkAccumulator accumulator = new ChunkAccumulator();
        add(accumulator, Map.of("tool_calls", List.of(
                Map.of("index", 0, "id", "c1", "type", "function", "function", Map.of("name", "f", "arguments", "")))));
        for (String piece : pieces(text, sizes)) {
            add(accumulator, Map.of("tool_calls", List.of(Map.of("index", 0, "function", Map.of("arguments", piece)))));
        }
        assertThat(accumulator.completion().choices().get(0).message().toolCalls()).singleElement()
                .satisfies(call -> assertThat(call.arguments()).isEqualTo(text.isBlank() ? "{}" : text));
    }

    @Property
    void theWholeIsTheSame(
            @ForAll("texts") String text, @ForAll @Size(max = 12) List<@IntRange(max = 9) Integer> some,
            @ForAll @Size(max = 12) List<@IntRange(max = 9) Integer> others)
            throws Exception {
        assertThat(addedUp("content", pieces(text, some)).toJson())
                .isEqualTo(addedUp("content", pieces(text, others)).toJson());
    }

    private static ChatCompletion addedUp(String field, List<String> pieces) throws Exception {
        ChunkAccumulator accumulator = new ChunkAccumulator();
        for (String piece : pieces) {
            add(accumulator, Map.of(field, piece));
        }
        return accumulator.completion();
    }

    private static void add(ChunkAccumulator accumulator, Map<String, ?> delta) throws Exception {
        String chunk = GeneratedJson.write(Map.of("choices", List.of(Map.of("index", 0, "delta", delta))));
        accumulator.add(ChatChunk.read(chunk.getBytes(StandardCharsets.UTF_8), 0));
    }

    private static List<String> pieces(String text, List<Integer> sizes) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            int to = Math.min(text.length(), from + size);
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }
}
