package io.github.llmchat.examples.tickets.gateway;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises the language of a text: by its script, and among those with Latin letters by common words and by letters
 * that others do not have.
 */
final class Languages {

    private final Map<String, Phrases> byCode;
    private final Map<String, Set<String>> words;

    Languages(Map<String, Phrases> byCode) {
        this.byCode = byCode;
        words = byCode.entrySet().stream().filter(entry -> !entry.getValue().words().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue().words())));
    }

    Phrases of(String text) {
        UnicodeScript script = script(text);
        if (script == UnicodeScript.LATIN) {
            return byCode.get(byWords(text));
        }
        return byCode.values().stream().filter(phrases -> phrases.script().equals(script.name())).findFirst()
                .orElse(byCode.values().iterator().next());
    }

    /** The script that a third of the letters or more have, if it is not Latin. Kana, even a few, mean Japanese. */
    private static UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> letters = new HashMap<>();
        text.codePoints().filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        if (kana * 5 > all) {
            return UnicodeScript.HIRAGANA;
        }
        return letters.entrySet().stream()
                .filter(entry -> entry.getKey() != UnicodeScript.LATIN && entry.getValue() * 3 >= all)
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(UnicodeScript.LATIN);
    }

    private String byWords(String text) {
        Map<String, Integer> found = new HashMap<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+")) {
            words.forEach((code, common) -> found.merge(code, common.contains(word) ? 1 : 0, Integer::sum));
        }
        text.codePoints().map(Character::toLowerCase).forEach(letter -> words.keySet().stream()
                .filter(code -> byCode.get(code).letters().indexOf(letter) >= 0)
                .forEach(code -> found.merge(code, 1, Integer::sum)));
        String best = byCode.keySet().iterator().next();
        for (String code : byCode.keySet()) {
            if (found.getOrDefault(code, 0) > found.getOrDefault(best, 0)) {
                best = code;
            }
        }
        return best;
    }
}
