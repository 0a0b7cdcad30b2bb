package io.github.llmchat.examples.patterns;

import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Puts the texts of parts that were worked off side by side into the order that they had before the split, with an
 * empty line between them. A part that fails is the failure of the whole.
 * <p>
 * Called by one thread at a time for each exchange; holds nothing itself.
 */
public final class InOrder implements AggregationStrategy {

    private static final String PARTS = "inOrder.parts";

    @Override
    public Exchange aggregate(Exchange before, Exchange part) {
        Map<Integer, String> parts = before == null ? new TreeMap<>() : parts(before);
        if (part.getException() == null) {
            parts.put(part.getProperty(Exchange.SPLIT_INDEX, Integer.class), part.getMessage().getBody(String.class));
        } else if (before != null) {
            before.setException(part.getException());
        }
        Exchange result = before == null ? part : before;
        result.setProperty(PARTS, parts);
        return result;
    }

    @Override
    public void onCompletion(Exchange result) {
        if (result != null) {
            result.getMessage().setBody(String.join("\n\n", parts(result).values()));
            result.removeProperty(PARTS);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Integer, String> parts(Exchange exchange) {
        Map<Integer, String> parts = exchange.getProperty(PARTS, Map.class);
        return parts == null ? new TreeMap<>() : parts;
    }
}
