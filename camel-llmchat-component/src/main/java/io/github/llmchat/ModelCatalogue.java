package io.github.llmchat;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.SafeText;
import io.github.llmchat.error.StreamCancelledException;
import org.apache.camel.support.LRUCacheFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue entries that a component knows, the latest of them at least. Any thread may call it. */
final class ModelCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCatalogue.class);
    private static final int KEPT = 1_000;

    private final LongSupplier clock;
    // both guarded by lookups
    private final Map<CatalogueKey, CatalogueLookup> lookups = LRUCacheFactory.newLRUCache(KEPT);
    private final Map<CatalogueKey, Boolean> complainedOf = LRUCacheFactory.newLRUCache(KEPT);

    /** @param clock nanoseconds, as of {@link System#nanoTime()} */
    ModelCatalogue(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * The lookup of an entry, which the caller has joined: one that has ended, one that runs, or a new one.
     *
     * @param begin sends the request of a new one
     */
    CatalogueLookup lookup(CatalogueKey key, Consumer<CatalogueLookup> begin) {
        CatalogueLookup lookup;
        synchronized (lookups) {
            CatalogueLookup earlier = lookups.get(key);
            if (earlier != null && earlier.join()) {
                return earlier;
            }
            lookup = new CatalogueLookup(clock);
            lookup.join();
            lookups.put(key, lookup);
        }
        begin.accept(lookup);
        return lookup;
    }

    /** An entry could not be had. Said once for each model, because a catalogue that is not there stays away. */
    void missing(CatalogueKey key, String model, ChatException failure) {
        if (failure instanceof StreamCancelledException) {
            // nobody waits for it any more
            return;
        }
        boolean first;
        synchronized (lookups) {
            first = complainedOf.put(key, Boolean.TRUE) == null;
        }
        if (first) {
            LOG.warn("Whether {} takes images is not known, because its catalogue entry can't be had: they are sent to it "
                     + "unchecked ({})",
                    shown(model), failure.getMessage());
        }
    }

    /** Names come from messages, too: no line breaks into the log. */
    private static String shown(String model) {
        return SafeText.of(model.replaceAll("\\p{Cntrl}", "?"));
    }
}
