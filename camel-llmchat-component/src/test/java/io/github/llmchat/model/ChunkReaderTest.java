package io.github.llmchat.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A chunk that is read after another one is what it would be alone. */
class ChunkReaderTest {

    private static final String START = "{\"id\":\"c-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",";

    /** What a gateway sends again and again, with the text and padding to be put in. */
    private static final List<String> SHAPES = List.of(
            START + "'choices':[{'index':0,'delta':{'content':'%s'},'logprobs':null,'finish_reason':null}],'obfuscation':'%s'}",
            START + "'choices':[{'index':1,'delta':{'role':'assistant','content':'%s','refusal':null}}],'p':'%s'}",
            START + "'choices':[{'delta':{'content':null,'reasoning_content':'%s'}}],'obfuscation':'%s'}",
            "{'p':'%2$s','choices':[{'delta':{'content':'','reasoning':'%1$s'},'index':0}]}",
            "{'p':'%2$s','obfuscation':'%2$s','choices':[{'delta':{'content':'%1$s'}}]} ");

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4 })
    void whatDiffersInTextAndPaddingIsNotParsed(int shape) throws Exception {
        byte[] first = chunk(shape, "Hello", "aXb9");
        ChunkTemplate template = ChunkTemplate.of(first, ChatChunk.read(first, 0).facts());

        for (String text : List.of("Hello", " world", "x", "\\n", "\\\"", "\\\\", "a\\u00e9", "\u00fc", "\u4f60\u597d",
                "\uD83D\uDE00", "{}")) {
            byte[] next = chunk(shape, text, "c");
            ChunkFacts facts = template.read(next);
            assertThat(facts).as(text).isNotNull();
            assertThat(told(ChatChunk.of(next, 1, facts, null))).as(text).isEqualTo(told(ChatChunk.read(next, 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'choices':[]}",
            "{'choices':[{'delta':{'content':''}}]}",
            "{'choices':[{'delta':{'role':'assistant'}}]}",
            "{'choices':[{'delta':{'content':'a'},'finish_reason':'stop'}]}",
            "{'choices':[{'delta':{'content':'a'}}],'usage':{'total_tokens':1}}",
            "{'choices':[{'delta':{'content':'a','reasoning':'b'}}]}",
            "{'choices':[{'delta':{'content':'a','content':'a'}}]}",
            "{'choices':[{'delta':{'content':'a','content':''}}]}",
            "{'choices':[{'delta':{'content':'a'},'delta':{'content':'a'}}]}",
            "{'choices':[{'delta':{'content':'a'}}],'choices':[{'delta':{'content':''}}]}",
            "{'choices':[{'delta':{'content':'a'}},{'delta':{'content':'a'},'index':1}]}",
            "{'choices':[null,{'delta':{'content':'a'}}]}",
            "{'p':'','p':'','p':'','p':'','choices':[{'delta':{'content':'a'}}]}" })
    void noTemplateIsMadeOfAChunkWithMoreOrLessThanOneText(String json) throws Exception {
        byte[] bytes = bytes(json);

        assertThat(ChunkTemplate.of(bytes, ChatChunk.read(bytes, 0).facts())).isNull();
    }

    @Test
    void anyTwoChunksInARow() {
        List<byte[]> all = ChunkReadingTest.chunks().map(ChunkReaderTest::bytes).toList();
        for (byte[] first : all) {
            for (byte[] second : all) {
                ChunkReader reader = new ChunkReader();
                read(reader, first);
                assertThat(read(reader, second)).isEqualTo(alone(second));
                assertThat(read(reader, first)).isEqualTo(alone(first));
            }
        }
    }

    @Test
    void aGatewayThatWritesEachChunkDifferentlyIsReadAllTheSame() {
        ChunkReader reader = new ChunkReader();
        for (int i = 0; i < 20; i++) {
            byte[] json = bytes("{'created':" + i + ",'choices':[{'delta':{'content':'" + i + "'}}]}");
            assertThat(read(reader, json)).isEqualTo(alone(json));
        }
        for (int i = 0; i < 5; i++) {
            byte[] json = bytes("{'created':99,'choices':[{'delta':{'content':'" + i + "'}}]}");
            assertThat(read(reader, json)).isEqualTo(alone(json));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aChunkThatIsDamagedAnywhere(
            @ForAll @IntRange(max = 4) int shape, @ForAll("texts") String text, @ForAll("texts") String padding,
            @ForAll @IntRange(max = 300) int position, @ForAll("damage") byte damage) {
        ChunkReader reader = new ChunkReader();
        read(reader, chunk(shape, "Hello", "padding"));
        byte[] next = chunk(shape, text, padding);
        assertThat(read(reader, next)).isEqualTo(alone(next));
        next[position % next.length] = damage;
        assertThat(read(reader, next)).isEqualTo(alone(next));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aChunkThatIsCutAnywhere(@ForAll @IntRange(max = 4) int shape, @ForAll @IntRange(max = 300) int length) {
        ChunkReader reader = new ChunkReader();
        byte[] whole = chunk(shape, "Hello", "padding");
        read(reader, whole);
        byte[] cut = Arrays.copyOf(whole, Math.min(whole.length, length));
        assertThat(read(reader, cut)).isEqualTo(alone(cut));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", " ", "\\n", "\\\"", "\\\\", "\\", "\\u00e9", "\\ud83d", "\u00fc", "\uD83D\uDE00", "\u007f",
                "\t", "\u0000", "\"", "'", "}", "\":").list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Byte> damage() {
        return Arbitraries.oneOf(Arbitraries.bytes(), Arbitraries.of((byte) '"', (byte) '\\', (byte) 0xc3, (byte) ' '));
    }

    private static byte[] chunk(int shape, String text, String padding) {
        return bytes(SHAPES.get(shape).replace('\'', '"').formatted(text, padding));
    }

    private static byte[] bytes(String json) {
        return (json.contains("\"") ? json : json.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Object> read(ChunkReader reader, byte[] json) {
        try {
            return told(reader.read(json, 7));
        } catch (JacksonException e) {
            return List.of(e.getClass(), e.getMessage());
        }
    }

    private static List<Object> alone(byte[] json) {
        try {
            return told(ChatChunk.read(json, 7));
        } catch (JacksonException e) {
            return List.of(e.getClass(), e.getMessage());
        }
    }

    /** What it says without its tree. */
    private static List<Object> told(ChatChunk chunk) {
        List<Object> told = new ArrayList<>(
                Arrays.asList(
                        chunk.id(), chunk.model(), chunk.choiceIndex(), chunk.role(), chunk.content(), chunk.reasoningContent(),
                        chunk.reasoningField(), chunk.finishReason(), chunk.isPlain(), chunk.hasUsage(), chunk.hasError(),
                        chunk.hasChoicesKey(), chunk.index(), chunk.toString(), chunk.facts().delta));
        told.add(chunk.data());
        return told;
    }
}
