package io.github.llmchat.cache;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps completions in a table of a database, for all processes that use it, and across their crashes. Tried on H2 and
 * PostgreSQL. The table, unless {@code createTable} makes it:
 *
 * <pre>
 * CREATE TABLE llmchat_completion (
 *   fingerprint VARCHAR(64) NOT NULL PRIMARY KEY, completion TEXT NOT NULL, expires_at BIGINT NOT NULL)
 * </pre>
 *
 * <p>
 * Completions stand in it in plain text. The connections are the data source's, which should be a pool, and stays its
 * owner's to close. Several processes may write the same completion at once. Thread-safe once it is set up: the setters
 * are for before its first use.
 */
public class JdbcCompletionCache implements CompletionCache {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcCompletionCache.class);

    private final Clock clock;
    private final AtomicReference<Instant> nextPurge = new AtomicReference<>(Instant.MIN);
    private DataSource dataSource;
    private CacheTable table = new CacheTable("llmchat_completion");
    private boolean createTable;
    private int maxEntrySize = 1024 * 1024;
    private Duration ttl = Duration.ofDays(7);
    private Duration purgeInterval = Duration.ofHours(1);
    private volatile boolean created;

    /** A cache that needs its data source set. */
    public JdbcCompletionCache() {
        this(Clock.systemUTC());
    }

    /** @param dataSource where connections come from */
    public JdbcCompletionCache(DataSource dataSource) {
        this();
        setDataSource(dataSource);
    }

    JdbcCompletionCache(Clock clock) {
        this.clock = clock;
    }

    /** What is done with a connection. */
    private interface Work<T> {

        T with(Connection connection) throws SQLException;
    }

    @Override
    public String get(String fingerprint) throws SQLException {
        return connected(connection -> table.find(connection, fingerprint, clock.millis()));
    }

    /** Also deletes what has expired, if it is time for that. */
    @Override
    public void put(String fingerprint, String completion) throws SQLException {
        if (completion.length() > maxEntrySize) {
            LOG.debug("A completion of {} characters is not kept: maxEntrySize is {}", completion.length(), maxEntrySize);
            return;
        }
        long expiresAt = ttl.isZero() ? Long.MAX_VALUE : clock.millis() + ttl.toMillis();
        connected(connection -> {
            table.write(connection, fingerprint, completion, expiresAt);
            return null;
        });
        if (isTimeToPurge()) {
            purge();
        }
    }

    private boolean isTimeToPurge() {
        if (purgeInterval.isZero()) {
            return false;
        }
        Instant now = clock.instant();
        Instant due = nextPurge.get();
        return !now.isBefore(due) && nextPurge.compareAndSet(due, now.plus(purgeInterval));
    }

    /**
     * Deletes what has expired, on this thread.
     *
     * @return              how many completions were deleted
     * @throws SQLException if the database failed
     */
    public int purge() throws SQLException {
        int deleted = connected(connection -> table.deleteExpired(connection, clock.millis()));
        LOG.debug("{} expired completions were deleted", deleted);
        return deleted;
    }

    private <T> T connected(Work<T> work) throws SQLException {
        if (dataSource == null) {
            throw new IllegalStateException("JdbcCompletionCache needs its dataSource set");
        }
        try (Connection connection = dataSource.getConnection()) {
            boolean commits = connection.getAutoCommit();
            if (!commits) {
                connection.setAutoCommit(true);
            }
            try {
                createOnce(connection);
                return work.with(connection);
            } finally {
                if (!commits) {
                    connection.setAutoCommit(false);
                }
            }
        }
    }

    private void createOnce(Connection connection) throws SQLException {
        if (createTable && !created) {
            table.create(connection);
            created = true;
        }
    }

    /** @param dataSource where connections come from; required */
    public void setDataSource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param table the table's name, perhaps with a schema before a dot; default llmchat_completion */
    public void setTable(String table) {
        this.table = new CacheTable(table);
    }

    /** {@return whether the table is made if it is not there} */
    public boolean isCreateTable() {
        return createTable;
    }

    /** @param createTable whether the table is made, at the first use, if it is not there; default false */
    public void setCreateTable(boolean createTable) {
        this.createTable = createTable;
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

    /** @param ttl how long a completion is kept; zero for ever, default seven days */
    public void setTtl(Duration ttl) {
        this.ttl = Settings.notNegative("ttl", ttl);
    }

    /** {@return how often what has expired is deleted} */
    public Duration getPurgeInterval() {
        return purgeInterval;
    }

    /**
     * @param purgeInterval how often what has expired is deleted, by the next {@link #put}; zero for never, default one
     *                      hour
     */
    public void setPurgeInterval(Duration purgeInterval) {
        this.purgeInterval = Settings.notNegative("purgeInterval", purgeInterval);
    }
}
