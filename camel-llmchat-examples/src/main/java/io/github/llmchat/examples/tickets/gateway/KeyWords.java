package io.github.llmchat.examples.tickets.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Key words to look for in a text, without regard to case. In scripts that put spaces between words a key word stands
 * at the beginning of a word ("refund" also finds "refunded"), in others anywhere.
 */
final class KeyWords {

    private final Pattern pattern;

    KeyWords(List<String> words) {
        pattern = Pattern.compile(words.stream().map(KeyWords::expression).collect(Collectors.joining("|")));
    }

    static Map<String, KeyWords> byName(Map<String, List<String>> words) {
        Map<String, KeyWords> byName = new LinkedHashMap<>();
        words.forEach((name, list) -> byName.put(name, new KeyWords(list)));
        return byName;
    }

    private static String expression(String word) {
        String quoted = Pattern.quote(word.toLowerCase(Locale.ROOT));
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case LATIN, CYRILLIC -> "(?<![\\p{L}\\p{M}])" + quoted;
            default -> quoted;
        };
    }

    int count(String text) {
        return (int) pattern.matcher(text.toLowerCase(Locale.ROOT)).results().count();
    }
}
