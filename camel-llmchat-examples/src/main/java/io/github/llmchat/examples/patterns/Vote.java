package io.github.llmchat.examples.patterns;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Counts equal answers: the body becomes the answer that most branches gave, the header {@code votes} how many they
 * were, the header {@code ballot} all answers with their counts. A branch that failed has no vote; if all failed, the
 * last failure is the exchange's.
 * <p>
 * Called by one thread at a time for each exchange; holds nothing itself.
 */
public final class Vote implements AggregationStrategy {

    private static final String COUNTS = "vote.counts";

    @Override
    public Exchange aggregate(Exchange before, Exchange branch) {
        Map<String, Integer> counts = before == null ? new TreeMap<>() : counts(before);
        if (branch.getException() == null) {
            counts.merge(normalised(branch), 1, Integer::sum);
        }
        boolean keep = before != null && before.getException() == null;
        Exchange result = keep ? before : branch;
        result.setProperty(COUNTS, counts);
        return result;
    }

    @Override
    public void onCompletion(Exchange result) {
        if (result == null || counts(result).isEmpty()) {
            return;
        }
        Map<String, Integer> counts = counts(result);
        Map.Entry<String, Integer> most = counts.entrySet().stream().max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .orElseThrow();
        result.getMessage().setBody(most.getKey());
        result.getMessage().setHeader("votes", most.getValue());
        result.getMessage().setHeader("ballot", counts.toString());
        result.removeProperty(COUNTS);
    }

    /** Models answer "Yes." where others answer "yes". */
    private static String normalised(Exchange branch) {
        return branch.getMessage().getBody(String.class).strip().toLowerCase().replaceAll("[.!]+$", "");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> counts(Exchange exchange) {
        Map<String, Integer> counts = exchange.getProperty(COUNTS, Map.class);
        return counts == null ? new TreeMap<>() : counts;
    }
}
