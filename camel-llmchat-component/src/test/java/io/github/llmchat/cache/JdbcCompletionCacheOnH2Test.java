package io.github.llmchat.cache;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Completions in a table of H2, embedded. */
class JdbcCompletionCacheOnH2Test extends JdbcCacheScenario {

    private static final JdbcConnectionPool POOL
            = JdbcConnectionPool.create("jdbc:h2:mem:completions;DB_CLOSE_DELAY=-1", "sa", "");

    @AfterAll
    static void close() {
        POOL.dispose();
    }

    @Override
    DataSource database() {
        return POOL;
    }

    @Test
    void aTableIsNamedNotWritten() {
        JdbcCompletionCache cache = new JdbcCompletionCache(POOL);

        assertThatThrownBy(() -> cache.setTable("a; DROP TABLE b")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("table: must be the name of a table");
        assertThatThrownBy(() -> cache.setTable(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCacheWithoutADatabaseSaysWhatIsMissing() {
        assertThatThrownBy(() -> new JdbcCompletionCache().get("a")).hasMessageContaining("needs its dataSource set");
    }
}
