package io.github.llmchat.cache;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps completions in the memory of this process, those that are asked for often longest. For answers that many ask
 * for; what is to survive the process belongs into a {@link JdbcCompletionCache}. Needs the jar
 * {@code com.github.ben-manes.caffeine:caffeine}.
 *
 * <p>
 * Thread-safe once it is set up: the setters are for before its first use. Nothing to close.
 */
public class MemoryCompletionCache implements CompletionCache {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryCompletionCache.class);
    /** What an entry takes beside its text, about. */
    private static final int OVERHEAD = 200;

    private final Ticker clock;
    private long maxSize = 64L * 1024 * 1024;
    private int maxEntrySize = 1024 * 1024;
    private Duration ttl = Duration.ofHours(1);
    private volatile Cache<String, String> entries;

    /** @throws IllegalStateException if Caffeine is not on the class path */
    public MemoryCompletionCache() {
        this(systemClock());
    }

    MemoryCompletionCache(Ticker clock) {
        this.clock = clock;
    }

    private static Ticker systemClock() {
        try {
            return Ticker.systemTicker();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "MemoryCompletionCache needs the jar com.github.ben-manes.caffeine:caffeine on the class path", e);
        }
    }

    @Override
    public String get(String fingerprint) {
        return entries().getIfPresent(fingerprint);
    }

    @Override
    public void put(String fingerprint, String completion) {
        if (completion.length() > maxEntrySize) {
            LOG.debug("A completion of {} characters is not kept: maxEntrySize is {}", completion.length(), maxEntrySize);
            return;
        }
        entries().put(fingerprint, completion);
    }

    private Cache<String, String> entries() {
        Cache<String, String> current = entries;
        if (current == null) {
            synchronized (this) {
                if (entries == null) {
                    entries = build();
                }
                current = entries;
            }
        }
        return current;
    }

    private Cache<String, String> build() {
        Caffeine<String, String> builder = Caffeine.newBuilder()
                .ticker(clock)
                // what it does beside is little, and the threads for caches may do it
                .executor(Runnable::run)
                .maximumWeight(maxSize)
                .weigher((fingerprint, completion) -> completion.length() + OVERHEAD);
        return (ttl.isZero() ? builder : builder.expireAfterWrite(ttl)).build();
    }

    /** {@return the characters that all completions together may have} */
    public long getMaxSize() {
        return maxSize;
    }

    /** @param maxSize the characters that all completions together may have, about; 1 or more, default 64 Mi */
    public void setMaxSize(long maxSize) {
        this.maxSize = Settings.atLeastOne("maxSize", maxSize);
    }

    /** {@return the characters of the longest completion that is kept} */
    public int getMaxEntrySize() {
        return maxEntrySize;
    }

    /** @param maxEntrySize the characters of the longest completion that is kept; 1 or more, default 1 Mi */
    public void setMaxEntrySize(int maxEntrySize) {
        this.maxEntrySize = (int) Settings.atLeastOne("maxEntrySize", maxEntrySize);
    }

    /** {@return how long a completion is kept} */
    public Duration getTtl() {
        return ttl;
    }

    /** @param ttl how long a completion is kept; zero for as long as there is room, default one hour */
    public void setTtl(Duration ttl) {
        this.ttl = Settings.notNegative("ttl", ttl);
    }
}
