package io.github.llmchat.examples.tickets.broker;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.llmchat.examples.tickets.TicketFeed;
import io.github.llmchat.examples.tickets.view.Outcome;

/**
 * What the broker itself says about a run.
 *
 * @param tickets     records that came to the topic of the tickets
 * @param results     keys of the records that came to the topic of each outcome, in the order of the partitions
 * @param uncommitted tickets whose offset the route's consumer group has not committed
 */
public record BrokerFacts(long tickets, Map<Outcome, List<String>> results, long uncommitted) {

    /**
     * Asks the broker, and reads all results since the run began. To be called when the route has stopped: what is
     * committed later is not seen.
     *
     * @param  bootstrapServers      the broker's bootstrap servers
     * @param  consumerGroup         the group id of the route's consumer
     * @param  before                where the topics ended before the first ticket was sent
     * @return                       the facts
     * @throws IllegalStateException if the broker does not answer
     */
    public static BrokerFacts read(String bootstrapServers, String consumerGroup, TopicMarks before) {
        List<String> topics = Arrays.stream(Outcome.values()).map(Outcome::topic).toList();
        QueueFacts queue = QueueFacts.read(bootstrapServers, consumerGroup, TicketFeed.TOPIC, topics, before);
        Map<Outcome, List<String>> results = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            results.put(outcome, queue.keys(outcome.topic()));
        }
        return new BrokerFacts(queue.records(), results, queue.uncommitted());
    }
}
