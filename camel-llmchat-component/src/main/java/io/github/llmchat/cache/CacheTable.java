package io.github.llmchat.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * The table of a {@link JdbcCompletionCache}: all SQL is here, in words that databases share. Each statement is a
 * transaction of its own.
 */
final class CacheTable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    /** A class of SQL states: a key that is there already, whatever the database calls it. */
    private static final String INTEGRITY_VIOLATED = "23";
    private static final int SECONDS = 10;

    private final String name;

    /** @throws IllegalArgumentException if it is no name of a table; it can't be a parameter of a statement */
    CacheTable(String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "table: must be the name of a table, letters, digits and underscores, perhaps with a schema before a dot");
        }
        this.name = name;
    }

    String find(Connection connection, String fingerprint, long now) throws SQLException {
        try (PreparedStatement select = prepare(
                connection, "SELECT completion FROM " + name + " WHERE fingerprint = ? AND expires_at > ?")) {
            select.setString(1, fingerprint);
            select.setLong(2, now);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /**
     * Writes a row, whether it is there or not. The words for that differ from database to database, and several of
     * them fail when two processes do it at once. If the row appears in between, and is purged again before the second
     * update, it is missing, as if it had been purged a moment later.
     */
    void write(Connection connection, String fingerprint, String completion, long expiresAt) throws SQLException {
        if (update(connection, fingerprint, completion, expiresAt)) {
            return;
        }
        try {
            insert(connection, fingerprint, completion, expiresAt);
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith(INTEGRITY_VIOLATED)) {
                throw e;
            }
            update(connection, fingerprint, completion, expiresAt);
        }
    }

    private boolean update(Connection connection, String fingerprint, String completion, long expiresAt) throws SQLException {
        try (PreparedStatement update = prepare(
                connection, "UPDATE " + name + " SET completion = ?, expires_at = ? WHERE fingerprint = ?")) {
            update.setString(1, completion);
            update.setLong(2, expiresAt);
            update.setString(3, fingerprint);
            return update.executeUpdate() > 0;
        }
    }

    private void insert(Connection connection, String fingerprint, String completion, long expiresAt) throws SQLException {
        try (PreparedStatement insert = prepare(
                connection, "INSERT INTO " + name + " (completion, expires_at, fingerprint) VALUES (?, ?, ?)")) {
            insert.setString(1, completion);
            insert.setLong(2, expiresAt);
            insert.setString(3, fingerprint);
            insert.executeUpdate();
        }
    }

    int deleteExpired(Connection connection, long now) throws SQLException {
        try (PreparedStatement delete = prepare(connection, "DELETE FROM " + name + " WHERE expires_at <= ?")) {
            delete.setLong(1, now);
            return delete.executeUpdate();
        }
    }

    /** Several processes may do this at once: databases are known in which all but one of them then get an error. */
    void create(Connection connection) throws SQLException {
        if (exists(connection)) {
            return;
        }
        try (Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE IF NOT EXISTS " + name
                           + " (fingerprint VARCHAR(64) NOT NULL PRIMARY KEY, completion TEXT NOT NULL,"
                           + " expires_at BIGINT NOT NULL)");
            create.execute("CREATE INDEX IF NOT EXISTS " + name.substring(name.indexOf('.') + 1) + "_expires ON " + name
                           + " (expires_at)");
        } catch (SQLException e) {
            if (!exists(connection)) {
                throw e;
            }
        }
    }

    private boolean exists(Connection connection) {
        try (Statement select = connection.createStatement()) {
            select.execute("SELECT fingerprint FROM " + name + " WHERE 1 = 0");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(SECONDS);
        return statement;
    }
}
