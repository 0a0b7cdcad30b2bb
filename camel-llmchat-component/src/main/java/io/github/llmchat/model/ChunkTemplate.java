package io.github.llmchat.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A chunk as the pattern of those after it: mostly they differ in their text, and in what pads them. Such a chunk is
 * compared instead of parsed, which takes an eighth of the time and a quarter of the memory (docs/performance.md). That
 * finds what parsing would: up to where a string begins the bytes are the same, so is what they mean; a string ends at
 * its first quote; and from there on the bytes are the same again.
 */
final class ChunkTemplate {

    private static final int NOT_PLAIN = -1;

    private final byte[] json;
    private final ChunkFacts facts;
    private final ChunkGaps gaps;

    private ChunkTemplate(byte[] json, ChunkFacts facts, ChunkGaps gaps) {
        this.json = json;
        this.facts = facts;
        this.gaps = gaps;
    }

    /** {@return the template that a chunk gives, {@code null} if there is more to it than one text} */
    static ChunkTemplate of(byte[] json, ChunkFacts facts) {
        ChunkGaps gaps = facts.plain() ? ChunkGaps.find(json) : null;
        if (gaps == null) {
            return null;
        }
        ChunkTemplate template = new ChunkTemplate(json, facts, gaps);
        ChunkFacts itself = template.read(json);
        // a name that comes twice, for instance
        return itself != null && itself.delta.equals(facts.delta) ? template : null;
    }

    /** {@return the facts of another chunk, {@code null} if it differs in more than its text and padding} */
    ChunkFacts read(byte[] other) {
        String text = null;
        int here = 0;
        int there = 0;
        for (int gap = 0; gap < gaps.count(); gap++) {
            int same = gaps.start(gap) - here;
            if (!isSame(here, other, there, same)) {
                return null;
            }
            there += same;
            here = gaps.end(gap);
            int end = endOfPlain(other, there);
            if (gap == gaps.text()) {
                text = end == NOT_PLAIN ? null : new String(other, there, end - there, StandardCharsets.ISO_8859_1);
                if (end == NOT_PLAIN) {
                    end = ChunkGaps.endOfString(other, there);
                    text = unescaped(other, there, end);
                }
            }
            if (end == NOT_PLAIN) {
                return null;
            }
            there = end;
        }
        int rest = json.length - here;
        return text != null && other.length - there == rest && isSame(here, other, there, rest) ? facts.withText(text) : null;
    }

    private boolean isSame(int here, byte[] other, int there, int length) {
        return there + length <= other.length && Arrays.equals(json, here, here + length, other, there, there + length);
    }

    /** {@return where a string's closing quote is, if all before it stands for itself} */
    private static int endOfPlain(byte[] json, int from) {
        for (int i = from; i < json.length; i++) {
            byte b = json[i];
            if (b == '"') {
                return i;
            }
            if (b < ' ' || b == '\\') {
                // what is not ASCII is negative
                return NOT_PLAIN;
            }
        }
        return NOT_PLAIN;
    }

    /** {@return what a string's inside stands for, {@code null} if it is no JSON} */
    private static String unescaped(byte[] json, int from, int end) {
        if (end < 0) {
            return null;
        }
        try (JsonParser parser = Json.mapper().createParser(json, from - 1, end - from + 2)) {
            return parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        } catch (IOException e) {
            // read as a whole it says what is wrong
            return null;
        }
    }
}
