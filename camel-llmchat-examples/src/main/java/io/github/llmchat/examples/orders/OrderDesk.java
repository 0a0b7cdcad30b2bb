package io.github.llmchat.examples.orders;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.RouteFile;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.broker.QueueFacts;
import io.github.llmchat.examples.tickets.broker.TopicMarks;
import io.github.llmchat.examples.tickets.broker.TopicWriter;
import io.github.llmchat.examples.tickets.gateway.GatewayAddress;
import org.apache.kafka.clients.producer.ProducerRecord;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One run of the order desk: its database and the carrier's service are its own; broker and gateway are given. */
final class OrderDesk implements AutoCloseable {

    static final String ROUTES = "orders/routes.yaml";
    static final int REFUND_LIMIT = 100;

    private final OrderDatabase database = OrderDatabase.start();
    private final CarrierService carrier = CarrierService.start();
    private final KafkaBroker broker;
    private final List<Question> questions;

    OrderDesk(KafkaBroker broker, List<Question> questions) throws SQLException {
        this.broker = broker;
        this.questions = questions;
    }

    OrderDatabase database() {
        return database;
    }

    CarrierService carrier() {
        return carrier;
    }

    /**
     * Sends the questions, runs the routes until each has a result or patience ends, and asks the broker what is there.
     */
    QueueFacts run(GatewayAddress gateway, OrderView view, Duration patience) throws InterruptedException {
        OrderTopics.ALL.forEach(topic -> broker.createTopic(topic, 1));
        TopicMarks before = TopicMarks.take(broker.bootstrapServers(), OrderTopics.ALL);
        TopicWriter.send(broker.bootstrapServers(), questions.stream().map(OrderDesk::record).toList());
        try (RouteFile routes = RouteFile.start(ROUTES, beans(view), properties(gateway))) {
            broker.beforeStop(routes::close);
            view.statistics().awaitFinished(questions.size(), patience);
        }
        return QueueFacts.read(
                broker.bootstrapServers(), OrderTopics.CONSUMER_GROUP, OrderTopics.QUESTIONS, OrderTopics.RESULTS, before);
    }

    private static ProducerRecord<String, String> record(Question question) {
        ProducerRecord<String, String> record = new ProducerRecord<>(OrderTopics.QUESTIONS, question.id(), question.text());
        record.headers().add(OrderTopics.CUSTOMER_HEADER, question.customer().getBytes(UTF_8));
        return record;
    }

    private Map<String, Object> beans(OrderView view) {
        return Map.of("view", view, "orders", database.dataSource());
    }

    private Map<String, String> properties(GatewayAddress gateway) {
        Map<String, String> properties = new HashMap<>(RouteFile.properties(broker, gateway));
        properties.put("carrier.url", carrier.url());
        properties.put("refund.limit", String.valueOf(REFUND_LIMIT));
        return properties;
    }

    @Override
    public void close() throws SQLException {
        carrier.close();
        database.close();
    }
}
