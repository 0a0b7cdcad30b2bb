package io.github.llmchat.model;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads single values from a parser as {@link Fields} reads them from a tree. Each method leaves the parser at the end
 * of the value.
 */
final class Tokens {

    private Tokens() {
    }

    /** The text of a string or number, {@code null} for anything else and for "". */
    static String text(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> Fields.emptyToNull(parser.getText());
            // as the tree spells it
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue().toString();
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }

    /** As {@link #text}, but the known text itself if it is the same: nothing is made of what each chunk repeats. */
    static String text(JsonParser parser, String known) throws IOException {
        return is(parser, known) ? known : text(parser);
    }

    /** As {@link #string}, but the known text itself if it is the same. */
    static String string(JsonParser parser, String known) throws IOException {
        return is(parser, known) ? known : string(parser);
    }

    /** Whether the value is a string with this text. */
    private static boolean is(JsonParser parser, String text) throws IOException {
        if (text == null || parser.currentToken() != JsonToken.VALUE_STRING || parser.getTextLength() != text.length()) {
            return false;
        }
        char[] chars = parser.getTextCharacters();
        int start = parser.getTextOffset();
        for (int i = 0; i < text.length(); i++) {
            if (chars[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Skips the value and says whether it was a string with this text. */
    static boolean skipString(JsonParser parser, String text) throws IOException {
        boolean same = is(parser, text);
        parser.skipChildren();
        return same;
    }

    /** The text of a string that is not empty, else {@code null}. */
    static String string(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return Fields.emptyToNull(parser.getText());
        }
        parser.skipChildren();
        return null;
    }

    /** An index, 0 for anything that is none. */
    static int index(JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) {
            if (parser.getNumberType() == JsonParser.NumberType.INT) {
                return Math.max(0, parser.getIntValue());
            }
            Integer index = Fields.index(parser.getDecimalValue());
            return index == null ? 0 : index;
        }
        parser.skipChildren();
        return 0;
    }

    /** Skips the value and says whether it was an object. */
    static boolean skipObject(JsonParser parser) throws IOException {
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        parser.skipChildren();
        return object;
    }

    /** Skips the value and says whether it was none: null, "", [] or {}. */
    static boolean skipNothing(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> true;
            case VALUE_STRING -> parser.getTextLength() == 0;
            case START_ARRAY, START_OBJECT -> {
                boolean empty = parser.nextToken().isStructEnd();
                while (!empty && !parser.currentToken().isStructEnd()) {
                    parser.skipChildren();
                    parser.nextToken();
                }
                yield empty;
            }
            default -> false;
        };
    }
}
