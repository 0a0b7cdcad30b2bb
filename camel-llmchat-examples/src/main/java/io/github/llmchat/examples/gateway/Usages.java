package io.github.llmchat.examples.gateway;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.llmchat.examples.tickets.broker.KafkaBroker;
import io.github.llmchat.examples.tickets.broker.QueueFacts;
import io.github.llmchat.examples.tickets.broker.TopicMarks;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The usages of one run.
 *
 * @param records all of them, in the order of the topic
 */
record Usages(List<UsageRecord> records) {

    private static final String NO_GROUP = "none";

    /** To be called when the gateway is closed: what it writes later is not seen. */
    static Usages read(KafkaBroker broker, TopicMarks before) throws JsonProcessingException {
        List<String> topics = List.of(TeamGateway.TOPIC);
        QueueFacts facts = QueueFacts.read(broker.bootstrapServers(), NO_GROUP, TeamGateway.TOPIC, topics, before);
        List<UsageRecord> records = new ArrayList<>();
        for (ConsumerRecord<String, String> record : facts.results().get(TeamGateway.TOPIC)) {
            records.add(UsageRecord.parse(record.value()));
        }
        return new Usages(records);
    }

    List<UsageRecord> of(String client) {
        return records.stream().filter(usage -> client.equals(usage.client())).toList();
    }

    long tokens(String client) {
        return of(client).stream().mapToLong(UsageRecord::tokens).sum();
    }

    long answered() {
        return records.stream().filter(usage -> usage.error() == null).count();
    }
}
