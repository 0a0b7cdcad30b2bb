package io.github.llmchat.examples.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TicketFeedTest {

    private final List<Ticket> tickets = TicketFeed.shipped().tickets();

    @Test
    void hasMoreThanTwoHundredDifferentTickets() {
        assertThat(tickets).hasSizeGreaterThan(200);
        assertThat(tickets).extracting(Ticket::id).doesNotHaveDuplicates().allMatch(id -> id.matches("T-\\d{4}"));
        assertThat(tickets).extracting(Ticket::text).doesNotHaveDuplicates();
        assertThat(tickets).extracting(Ticket::customer).noneMatch(String::isBlank);
    }

    @Test
    void hasTheTicketsThatMustFail() {
        assertThat(tickets).filteredOn(ticket -> ticket.text().isEmpty()).hasSize(1);
        assertThat(tickets).filteredOn(ticket -> !ticket.needsCall()).hasSize(2);
        assertThat(tickets).filteredOn(ticket -> ticket.text().length() > 9_000).hasSize(2);
        assertThat(tickets).filteredOn(ticket -> ticket.text().contains("flash sale")).hasSize(1);
    }

    @Test
    void hasShortLongAndInternationalTickets() {
        assertThat(tickets).filteredOn(ticket -> ticket.text().length() < 40 && ticket.needsCall()).hasSizeGreaterThan(15);
        assertThat(tickets).filteredOn(ticket -> ticket.text().length() >= 2_000 && ticket.text().length() < 8_000)
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(tickets).filteredOn(ticket -> ticket.text().matches("(?s).*\\p{IsHan}.*")).hasSizeGreaterThan(20);
        assertThat(tickets).filteredOn(ticket -> ticket.text().matches("(?s).*\\p{IsArabic}.*")).hasSizeGreaterThan(5);
        assertThat(tickets).filteredOn(ticket -> ticket.text().codePoints().anyMatch(c -> c > 0x1F300)).hasSizeGreaterThan(15);
    }

    @Test
    void putsEveryTicketIntoKafkaUnderItsIdWithItsCustomer() {
        Map<String, Ticket> read = new HashMap<>();
        try (KafkaBroker broker = KafkaBroker.start();
             KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                     Map.of(
                             "bootstrap.servers", broker.bootstrapServers(), "group.id", "feed-test",
                             "auto.offset.reset", "earliest"),
                     new StringDeserializer(), new StringDeserializer())) {
            broker.createTopic(TicketFeed.TOPIC, 3);

            TicketFeed.shipped().send(broker.bootstrapServers());

            consumer.subscribe(List.of(TicketFeed.TOPIC));
            await().pollInSameThread().atMost(10, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.put(record.key(), ticket(record)));
                return read.size() == tickets.size();
            });
        }
        assertThat(read.values()).containsExactlyInAnyOrderElementsOf(tickets);
    }

    private static Ticket ticket(ConsumerRecord<String, String> record) {
        byte[] customer = record.headers().lastHeader(TicketFeed.CUSTOMER_HEADER).value();
        return new Ticket(record.key(), new String(customer, StandardCharsets.UTF_8), record.value());
    }
}
