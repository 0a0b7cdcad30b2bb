package io.github.llmchat.model;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Where a chunk has the strings that are others in the next chunk: the text, and random padding that hides how long it
 * is. OpenAI pads with {@code obfuscation}, Mistral with {@code p}.
 */
final class ChunkGaps {

    private static final Set<String> TEXTS
            = Set.of("/choices/0/delta/content", "/choices/0/delta/reasoning_content", "/choices/0/delta/reasoning");
    private static final Set<String> PADDING = Set.of("/obfuscation", "/p");
    private static final int MOST = 3;
    private static final int NONE = -1;

    private final int[] bounds = new int[2 * MOST];
    private int count;
    private int text = NONE;

    private ChunkGaps() {
    }

    /** {@return them, {@code null} if there is no text, or more than one} */
    static ChunkGaps find(byte[] json) {
        ChunkGaps gaps = new ChunkGaps();
        try (JsonParser parser = Json.mapper().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && !gaps.add(parser, json)) {
                    return null;
                }
            }
        } catch (IOException e) {
            // it was read from its replaced text
            return null;
        }
        return gaps.text == NONE ? null : gaps;
    }

    /** False if it can't be. */
    private boolean add(JsonParser parser, byte[] json) throws IOException {
        String where = parser.getParsingContext().pathAsPointer().toString();
        boolean isText = TEXTS.contains(where) && parser.getTextLength() > 0;
        if (!isText && !PADDING.contains(where)) {
            return true;
        }
        int start = (int) parser.currentTokenLocation().getByteOffset() + 1;
        if (count == MOST || isText && text != NONE || json[start - 1] != '"') {
            return false;
        }
        if (isText) {
            text = count;
        }
        bounds[2 * count] = start;
        bounds[2 * count + 1] = endOfString(json, start);
        count++;
        return true;
    }

    /** {@return where a string's closing quote is, -1 if it has none} */
    static int endOfString(byte[] json, int from) {
        for (int i = from; i < json.length; i++) {
            if (json[i] == '"') {
                return i;
            }
            if (json[i] == '\\') {
                i++;
            }
        }
        return -1;
    }

    int count() {
        return count;
    }

    /** {@return which of them is the text} */
    int text() {
        return text;
    }

    /** {@return the first byte inside} */
    int start(int gap) {
        return bounds[2 * gap];
    }

    /** {@return the closing quote} */
    int end(int gap) {
        return bounds[2 * gap + 1];
    }
}
