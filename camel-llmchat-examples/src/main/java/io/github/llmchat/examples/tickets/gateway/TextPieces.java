package io.github.llmchat.examples.tickets.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into pieces as a language model would send them: words with the space before them, long words in two,
 * scripts without spaces every two characters. Joined, the pieces are the text; none ends within a character.
 */
final class TextPieces {

    private static final int LONGEST_WORD = 8;
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+");
    private static final Pattern WITHOUT_SPACES = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    private TextPieces() {
    }

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        WORD.matcher(text).results().forEach(word -> cut(word.group(), pieces));
        return pieces;
    }

    private static void cut(String word, List<String> pieces) {
        int length = word.codePointCount(0, word.length());
        int size = length;
        if (WITHOUT_SPACES.matcher(word).find()) {
            size = 2;
        } else if (length > LONGEST_WORD) {
            size = (length + 1) / 2;
        }
        for (int start = 0; start < word.length();) {
            int end = word.offsetByCodePoints(start, Math.min(size, word.codePointCount(start, word.length())));
            pieces.add(word.substring(start, end));
            start = end;
        }
    }
}
