package io.github.llmchat.examples.tickets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.llmchat.examples.tickets.gateway.DemoGateway;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

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
        ObjectMapper json = new ObjectMapper();
        List<Ticket> tickets = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(TicketFeed.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tickets.add(json.readValue(line, Ticket.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tickets are not readable: " + RESOURCE, e);
        }
        return new TicketFeed(tickets);
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
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, String> producer = new KafkaProducer<>(configuration(bootstrapServers))) {
            for (Ticket ticket : tickets) {
                sent.add(producer.send(record(ticket)));
            }
            producer.flush();
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take a ticket", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while tickets were sent", e);
        }
    }

    private static ProducerRecord<String, String> record(Ticket ticket) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, ticket.id(), ticket.text());
        record.headers().add(CUSTOMER_HEADER, ticket.customer().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static Properties configuration(String bootstrapServers) {
        Properties configuration = new Properties();
        configuration.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        // a send that fails is reported within this time: the default, two minutes, looks like a hang
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        return configuration;
    }
}
