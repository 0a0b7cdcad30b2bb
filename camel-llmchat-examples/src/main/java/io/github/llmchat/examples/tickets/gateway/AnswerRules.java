package io.github.llmchat.examples.tickets.gateway;

import java.util.List;
import java.util.Map;

/**
 * The demo gateway's rules, as they stand in its JSON file.
 *
 * @param categories key words by category, in order of precedence
 * @param escalate   key words that call for a person
 * @param languages  what to say, by language code; the first is used when no language is recognised
 */
record AnswerRules(Map<String, List<String>> categories, List<String> escalate, Map<String, Phrases> languages) {
}
