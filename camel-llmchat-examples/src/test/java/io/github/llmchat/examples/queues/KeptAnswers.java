package io.github.llmchat.examples.queues;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL with the table in which workers keep answers, and what is in it. */
final class KeptAnswers implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("Answer for (P-\\d{5})");

    private final EmbeddedPostgres postgres;

    KeptAnswers() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** The keys of the prompts whose answers are in the table, as all others see it. */
    Set<String> keys() throws SQLException {
        Set<String> keys = new HashSet<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            if (!hasTable(connection)) {
                return keys;
            }
            try (ResultSet rows = connection.createStatement().executeQuery("SELECT completion FROM llmchat_completion")) {
                while (rows.next()) {
                    Matcher key = KEY.matcher(rows.getString(1));
                    if (key.find()) {
                        keys.add(key.group(1));
                    }
                }
            }
        }
        return keys;
    }

    private static boolean hasTable(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "llmchat_completion", null)) {
            return tables.next();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
