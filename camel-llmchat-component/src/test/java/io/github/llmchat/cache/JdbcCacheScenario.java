package io.github.llmchat.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Completions in a table, on whichever database. Several caches stand for several processes: they share nothing else.
 */
abstract class JdbcCacheScenario {

    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    private final SettableClock clock = new SettableClock();
    private final String table = "cache_" + UUID.randomUUID().toString().replace("-", "");
    private JdbcCompletionCache cache;

    abstract DataSource database();

    @BeforeEach
    void makeCache() {
        cache = newCache();
    }

    private JdbcCompletionCache newCache() {
        JdbcCompletionCache made = new JdbcCompletionCache(clock);
        made.setDataSource(database());
        made.setTable(table);
        made.setCreateTable(true);
        return made;
    }

    @Test
    void keepsTheLatestOfEachRequest() throws Exception {
        assertThat(cache.get(FINGERPRINT)).isNull();
        cache.put(FINGERPRINT, "{}");
        cache.put(FINGERPRINT, "{\"id\":\"1\"}");

        assertThat(newCache().get(FINGERPRINT)).as("in another process").isEqualTo("{\"id\":\"1\"}");
        assertThat(cache.get("0".repeat(64))).isNull();
    }

    @Test
    void asItWas() throws Exception {
        String odd = "{\"content\":\"" + "\\u0000 ' \" ; -- \u4FEE\uD83D\uDE00\u2028\n".repeat(20_000) + "\"}";
        cache.put(FINGERPRINT, odd);

        assertThat(cache.get(FINGERPRINT)).isEqualTo(odd);
    }

    @Test
    void forItsTime() throws Exception {
        cache.setTtl(Duration.ofMinutes(10));
        cache.put(FINGERPRINT, "{}");

        clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(cache.get(FINGERPRINT)).isEqualTo("{}");
        clock.pass(Duration.ofMillis(1));
        assertThat(cache.get(FINGERPRINT)).isNull();
    }

    @Test
    void withoutATimeForEver() throws Exception {
        cache.setTtl(Duration.ZERO);
        cache.put(FINGERPRINT, "{}");
        clock.pass(Duration.ofDays(100_000));

        assertThat(cache.purge()).isZero();
        assertThat(cache.get(FINGERPRINT)).isEqualTo("{}");
    }

    @Test
    void whatHasExpiredIsDeletedNowAndThen() throws Exception {
        cache.setTtl(Duration.ofMinutes(10));
        cache.setPurgeInterval(Duration.ofHours(1));
        cache.put("a", "{}");
        clock.pass(Duration.ofMinutes(30));
        cache.put("b", "{}");
        assertThat(rows()).as("not yet time to delete").isEqualTo(2);

        clock.pass(Duration.ofMinutes(30));
        cache.put("c", "{}");

        assertThat(rows()).as("only c has not expired").isEqualTo(1);
        clock.pass(Duration.ofMinutes(10));
        assertThat(cache.purge()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void whatHasExpiredIsKeptAnew() throws Exception {
        cache.setTtl(Duration.ofMinutes(10));
        cache.put(FINGERPRINT, "{}");
        clock.pass(Duration.ofMinutes(20));
        cache.put(FINGERPRINT, "{\"id\":\"2\"}");

        assertThat(cache.get(FINGERPRINT)).isEqualTo("{\"id\":\"2\"}");
    }

    @Test
    void whatIsTooLargeIsNotKept() throws Exception {
        cache.setMaxEntrySize(10);
        cache.put("a", "x".repeat(10));
        cache.put("b", "x".repeat(11));

        assertThat(cache.get("a")).isNotNull();
        assertThat(cache.get("b")).isNull();
    }

    @Test
    void severalProcessesMakeTheTableAndWriteTheSameAtOnce() throws Exception {
        int processes = 4;
        CyclicBarrier together = new CyclicBarrier(processes);
        ExecutorService pool = Executors.newFixedThreadPool(processes);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int process = 0; process < processes; process++) {
                JdbcCompletionCache own = newCache();
                String completion = "{\"id\":\"" + process + "\"}";
                writers.add(pool.submit(() -> {
                    for (int round = 0; round < 25; round++) {
                        together.await(30, TimeUnit.SECONDS);
                        own.put("f" + round, completion);
                        assertThat(own.get("f" + round)).matches("\\{\"id\":\"[0-3]\"}");
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(rows()).isEqualTo(25);
    }

    @Test
    void connectionsThatDoNotCommitByThemselvesAreGivenBackAsTheyWere() throws Exception {
        try (Connection only = database().getConnection()) {
            only.setAutoCommit(false);
            JdbcCompletionCache own = newCache();
            own.setDataSource(new OneConnection(only));
            own.put(FINGERPRINT, "{}");

            assertThat(only.getAutoCommit()).isFalse();
            assertThat(cache.get(FINGERPRINT)).as("seen by others").isEqualTo("{}");
        }
    }

    @Test
    void theTableIsNotMadeUnlessAskedFor() {
        cache.setCreateTable(false);

        assertThatThrownBy(() -> cache.get(FINGERPRINT)).isInstanceOf(SQLException.class);
    }

    private int rows() throws SQLException {
        try (Connection connection = database().getConnection();
             var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A clock that stands. */
    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-27T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
