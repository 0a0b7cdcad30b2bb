package io.github.llmchat.examples.tickets.gateway;

import java.util.List;
import java.util.Map;

/**
 * What the demo gateway says in one language.
 *
 * @param script    the Unicode script it is recognised by; {@code LATIN} if by words
 * @param words     common words it is recognised by, if its script is Latin
 * @param letters   letters, and other signs, that show it as one of its words does, if its script is Latin
 * @param gap       what stands between two sentences
 * @param opening   first sentences, one is taken
 * @param reference a sentence about the order number, which replaces <code>{0}</code>
 * @param replies   sentences by category, one is taken
 * @param more      further sentences, as many as the answer is to be long
 * @param closing   the last sentence
 */
record Phrases(String script, List<String> words, String letters, String gap, List<String> opening,
        String reference, Map<String, List<String>> replies, List<String> more, String closing) {
}
