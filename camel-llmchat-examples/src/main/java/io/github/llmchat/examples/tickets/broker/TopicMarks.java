package io.github.llmchat.examples.tickets.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.github.llmchat.examples.tickets.TicketFeed;
import io.github.llmchat.examples.tickets.view.Outcome;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the example's topics end at one moment. Taken before a run, it tells the run's records from those that a broker
 * which runs elsewhere may hold from earlier ones.
 *
 * @param offsets the offset that the next record gets, by partition; immutable
 */
public record TopicMarks(Map<TopicPartition, Long> offsets) {

    /** Topics of the example: the tickets and one for each outcome. */
    public static final List<String> TOPICS = topics();

    private static List<String> topics() {
        List<String> topics = new ArrayList<>(List.of(TicketFeed.TOPIC));
        for (Outcome outcome : Outcome.values()) {
            topics.add(outcome.topic());
        }
        return List.copyOf(topics);
    }

    /**
     * Asks the broker. The topics have to be there.
     *
     * @param  bootstrapServers      the broker's bootstrap servers
     * @return                       the ends of all partitions of {@link #TOPICS}
     * @throws IllegalStateException if the broker does not answer or a topic is missing
     */
    public static TopicMarks take(String bootstrapServers) {
        return take(bootstrapServers, TOPICS);
    }

    /**
     * Asks the broker. The topics have to be there.
     *
     * @param  bootstrapServers      the broker's bootstrap servers
     * @param  topics                the topics to ask for
     * @return                       the ends of all their partitions
     * @throws IllegalStateException if the broker does not answer or a topic is missing
     */
    public static TopicMarks take(String bootstrapServers, Collection<String> topics) {
        try (Admin admin = Admin.create(KafkaBroker.adminConfiguration(bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
                topic.partitions().forEach(partition -> asked
                        .put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
            }
            Map<TopicPartition, Long> offsets = new HashMap<>();
            admin.listOffsets(asked).all().get().forEach((partition, end) -> offsets.put(partition, end.offset()));
            return new TopicMarks(Map.copyOf(offsets));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not tell where the topics end", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked where the topics end", e);
        }
    }

    /**
     * Records that came to a topic since an earlier moment.
     *
     * @param  topic   the topic
     * @param  earlier the ends at that moment
     * @return         0 or more
     */
    public long recordsSince(String topic, TopicMarks earlier) {
        return offsets.entrySet().stream().filter(entry -> entry.getKey().topic().equals(topic))
                .mapToLong(entry -> entry.getValue() - earlier.offsets.getOrDefault(entry.getKey(), 0L)).sum();
    }
}
