package io.github.llmchat.cache;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.llmchat.scenario.result.LogLines;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever asks a cache is told, once and in time, whatever the cache does; one that is down is left alone. Simulated
 * time.
 */
class CachesAreAskedWithPatienceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SECRET = "what the model said";

    private final LogLines log = new LogLines(CompletionCache.class.getName(), Level.INFO);
    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private final List<Runnable> timers = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Broken cache = new Broken();
    private final CacheAccess access = new CacheAccess(cache, asked::add, Runnable::run, this::later, nanos::get);

    private Runnable later(Duration delay, Runnable task) {
        assertThat(delay).isEqualTo(PATIENCE);
        timers.add(task);
        return () -> timers.remove(task);
    }

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stopListening() {
        log.stop();
    }

    @Test
    void theCacheIsAskedElsewhere() {
        cache.entries.put("a", "{}");
        get("a");
        assertThat(told).isEmpty();

        runAsked();

        assertThat(told).containsExactly("{}");
        assertThat(timers).as("nothing is left").isEmpty();
    }

    @Test
    void aLateAnswerIsNone() {
        cache.entries.put("a", "{}");
        get("a");
        timers.remove(0).run();
        assertThat(told).containsExactly("none");

        runAsked();

        assertThat(told).as("told once").containsExactly("none");
        assertThat(cache.questions).as("no use in asking for nobody").isZero();
        assertThat(log.messages()).singleElement().asString().contains("completionCache Broken fails")
                .contains("no answer within cacheTimeout=5000 ms");
    }

    @Test
    void whatACacheThrowsFailsNobodyAndIsNotShown() {
        cache.failure = new IllegalStateException(SECRET);
        get("a");
        put("b");
        runAsked();

        assertThat(told).containsExactly("none", "kept");
        assertThat(log.messagesAndTraces()).singleElement().asString().contains("java.lang.IllegalStateException")
                .doesNotContain(SECRET);
    }

    @Test
    void aMissingLibraryIsAFailureToo() {
        cache.failure = new NoClassDefFoundError("redis/Client");
        get("a");
        runAsked();

        assertThat(told).containsExactly("none");
    }

    @Test
    void oneThatIsDownIsLeftAloneAndTriedNowAndThen() {
        cache.failure = new IllegalStateException(SECRET);
        ask();
        assertThat(cache.questions).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        ask();
        assertThat(cache.questions).as("left alone").isEqualTo(1);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        ask();
        ask();
        assertThat(cache.questions).as("tried once").isEqualTo(2);

        cache.failure = null;
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        ask();
        ask();
        assertThat(cache.questions).as("back").isEqualTo(4);
        assertThat(told).hasSize(6).containsOnly("none");
        assertThat(log.messages()).hasSize(2);
        assertThat(log.messages().get(1)).isEqualTo("completionCache Broken is back");
    }

    @Test
    void whatWasAskedBeforeTheFailureDoesNotSayThatItIsBack() {
        get("a");
        get("b");
        nanos.addAndGet(1);
        cache.failure = new IllegalStateException(SECRET);
        asked.poll().run();
        cache.failure = null;
        asked.poll().run();

        get("c");

        assertThat(asked).as("still left alone").isEmpty();
        assertThat(log.messages()).hasSize(1);
    }

    private void ask() {
        get("a");
        runAsked();
    }

    private void get(String fingerprint) {
        access.get(() -> fingerprint, PATIENCE, completion -> told.add(completion == null ? "none" : completion));
    }

    private void put(String fingerprint) {
        access.put(() -> fingerprint, SECRET, PATIENCE, () -> told.add("kept"));
    }

    private void runAsked() {
        while (!asked.isEmpty()) {
            asked.poll().run();
        }
    }

    /** A cache that fails when it is told to. */
    private static final class Broken implements CompletionCache {

        private final Map<String, String> entries = new HashMap<>();
        private Throwable failure;
        private int questions;

        @Override
        public String get(String fingerprint) throws Exception {
            fail();
            return entries.get(fingerprint);
        }

        @Override
        public void put(String fingerprint, String completion) throws Exception {
            fail();
            entries.put(fingerprint, completion);
        }

        private void fail() throws Exception {
            questions++;
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (Exception) failure;
            }
        }
    }
}
