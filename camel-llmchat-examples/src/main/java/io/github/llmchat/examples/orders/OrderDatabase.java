package io.github.llmchat.examples.orders;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;

/** The shop's database: H2 in memory, one for each run. */
final class OrderDatabase implements AutoCloseable {

    private final JdbcConnectionPool pool;

    private OrderDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static OrderDatabase start() throws SQLException {
        OrderDatabase database = new OrderDatabase(
                JdbcConnectionPool.create(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE", "", ""));
        try (Connection connection = database.pool.getConnection()) {
            connection.createStatement().execute("runscript from 'classpath:orders/database.sql'");
        }
        return database;
    }

    DataSource dataSource() {
        return pool;
    }

    SortedSet<String> refunded() throws SQLException {
        SortedSet<String> orders = new TreeSet<>();
        try (Connection connection = pool.getConnection();
             ResultSet rows = connection.createStatement().executeQuery("select id from orders where state = 'refunded'")) {
            while (rows.next()) {
                orders.add(rows.getString(1));
            }
        }
        return orders;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("shutdown");
        } finally {
            pool.dispose();
        }
    }
}
