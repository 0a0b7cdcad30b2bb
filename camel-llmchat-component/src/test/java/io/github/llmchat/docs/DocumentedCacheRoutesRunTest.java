package io.github.llmchat.docs;

import java.sql.Connection;

import io.github.llmchat.testing.Script;
import org.apache.camel.Exchange;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes and beans that the page on caching shows are run as they stand there. */
class DocumentedCacheRoutesRunTest extends DocumentedPage {

    private final JdbcConnectionPool orders = JdbcConnectionPool.create("jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1", "sa", "");

    DocumentedCacheRoutesRunTest() {
        super("caching.md");
        context.getRegistry().bind("orders", orders);
    }

    @AfterEach
    void closeDatabase() {
        orders.dispose();
    }

    @Test
    void aDatabase() throws Exception {
        gateway.willAnswer(Script.answer("All is well."));

        send("direct:summarise", null);
        send("direct:summarise", null);

        assertThat(log.messages())
                .containsExactly("All is well. (from the cache: false)", "All is well. (from the cache: true)");
        try (Connection connection = orders.getConnection();
             var rows = connection.createStatement().executeQuery("SELECT completion FROM llmchat_completion")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).contains("All is well.");
        }
    }

    @Test
    void memoryAndStreams() {
        gateway.willAnswer(Script.sse().text("Nine ", "to ", "five").finish("stop").done());

        send("direct:faq", null);
        send("direct:faq", null);

        assertThat(log.messages()).filteredOn(line -> !line.equals("piece: ")).containsExactly(
                "piece: Nine ", "piece: to ", "piece: five", "whole: Nine to five",
                "piece: Nine to five", "whole: Nine to five");
    }

    @Test
    void tenants() {
        gateway.alwaysAnswers(Script.answer("Yes"));

        send("direct:tenant", "a");
        send("direct:tenant", "b");
        send("direct:tenant", "a");

        assertThat(log.messages()).containsExactly("false", "false", "true");
        assertThat(gateway.requests()).hasSize(2);
    }

    private void send(String uri, String tenant) {
        Exchange exchange = context.createProducerTemplate().request(uri, it -> {
            it.getMessage().setBody("When do you open?");
            it.getMessage().setHeader("tenant", tenant);
        });
        assertThat(exchange.getException()).isNull();
    }
}
