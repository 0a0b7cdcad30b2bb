package io.github.llmchat.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Completions in memory: bounded, and for their time only. */
class MemoryCompletionCacheTest {

    private final AtomicLong nanos = new AtomicLong();
    private final MemoryCompletionCache cache = new MemoryCompletionCache(nanos::get);

    @Test
    void keepsTheLatestOfEachRequest() {
        cache.put("a", "{}");
        cache.put("a", "{\"id\":\"1\"}");

        assertThat(cache.get("a")).isEqualTo("{\"id\":\"1\"}");
        assertThat(cache.get("b")).isNull();
    }

    @Test
    void forItsTime() {
        cache.setTtl(Duration.ofMinutes(10));
        cache.put("a", "{}");

        nanos.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
        assertThat(cache.get("a")).isEqualTo("{}");
        nanos.addAndGet(1);
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void withoutATimeAsLongAsThereIsRoom() {
        cache.setTtl(Duration.ZERO);
        cache.put("a", "{}");
        nanos.addAndGet(Duration.ofDays(1_000).toNanos());

        assertThat(cache.get("a")).isEqualTo("{}");
    }

    @Test
    void allTogetherAreBounded() {
        cache.setMaxSize(100_000);
        String completion = "x".repeat(800);
        for (int i = 0; i < 1_000; i++) {
            cache.put("f" + i, completion);
        }

        long kept = java.util.stream.IntStream.range(0, 1_000).filter(i -> cache.get("f" + i) != null).count();
        assertThat(kept).isBetween(1L, 100L);
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        cache.setMaxEntrySize(10);
        cache.put("a", "x".repeat(10));
        cache.put("b", "x".repeat(11));

        assertThat(cache.get("a")).isNotNull();
        assertThat(cache.get("b")).isNull();
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> cache.setMaxSize(0)).hasMessage("maxSize=0: must be 1 or more");
        assertThatThrownBy(() -> cache.setMaxEntrySize(-1)).hasMessage("maxEntrySize=-1: must be 1 or more");
        assertThatThrownBy(() -> cache.setTtl(Duration.ofSeconds(-1))).hasMessageContaining("must be a duration such as 10m");
    }
}
