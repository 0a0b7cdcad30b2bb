package io.github.llmchat.examples.tickets;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.llmchat.examples.tickets.broker.TopicWriter;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts tickets into Kafka: one record each, its key the ticket's id, its value the message's text, and the record
 * header {@value #CUSTOMER_HEADER} the customer, all UTF-8.
 * <p>
 * Immutable; all methods may be called from any thread.
 */
public final class TicketFeed {

    /** The topic that the example's route reads. */
    public static final String TOPIC = "tickets";

    /** The record header with the customer's name. */
    public static final String CUSTOMER_HEADER = "customer";

    private static final String RESOURCE = "/tickets/tickets.jsonl";

    private final List<Ticket> tickets;

    /**
     * A feed of certain tickets.
     *
     * @param tickets the tickets, in the order in which they are sent
     */
    public TicketFeed(List<Ticket> tickets) {
        this.tickets = List.copyOf(tickets);
    }

    /**
     * A feed of the tickets that come with the example: more than 200 in 13 languages, among them two without text, two
     * that are too long for the {@link DemoGateway}, and one that it answers with 429 first.
     *
     * @return                      the feed
     * @throws UncheckedIOException if the file is not readable
     */
    public static TicketFeed shipped() {
        return new TicketFeed(JsonLines.read(RESOURCE, Ticket.class));
    }

    /**
     * The tickets of this feed.
     *
     * @return an immutable list in the order in which they are sent
     */
    public List<Ticket> tickets() {
        return tickets;
    }

    /**
     * Sends all tickets to topic {@value #TOPIC} and returns when the broker has acknowledged every one of them.
     *
     * @param  bootstrapServers      the broker's bootstrap servers
     * @throws IllegalStateException if a record was not acknowledged; others may have been
     */
    public void send(String bootstrapServers) {
        TopicWriter.send(bootstrapServers, tickets.stream().map(TicketFeed::record).toList());
    }

    private static ProducerRecord<String, String> record(Ticket ticket) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, ticket.id(), ticket.text());
        record.headers().add(CUSTOMER_HEADER, ticket.customer().getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
