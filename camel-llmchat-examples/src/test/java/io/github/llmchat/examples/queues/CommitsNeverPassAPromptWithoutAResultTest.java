package io.github.llmchat.examples.queues;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Looks again and again, while prompts are worked off, whether one below a committed offset has no result. */
class CommitsNeverPassAPromptWithoutAResultTest {

    private static final int PROMPTS = 600;
    private static final int PARTITIONS = 2;

    @Test
    void noSampleFindsOneWithTheWindow() throws Exception {
        assertThat(uncovered(PromptRoutes.WINDOW)).isZero();
    }

    /** What the check is worth: with Kafka's own commits it finds them. */
    @Test
    void samplesFindThemWithAutoCommit() throws Exception {
        assertThat(uncovered("autoCommitIntervalMs=100")).isPositive();
    }

    private static int uncovered(String options) throws Exception {
        try (PromptTopics topics = new PromptTopics(PARTITIONS); SlowGateway gateway = SlowGateway.ofTensOfMillis()) {
            topics.put(PROMPTS);
            List<ConsumerRecord<String, String>> prompts = topics.records(PromptTopics.PROMPTS);
            try (Worker worker = new Worker(topics.brokers()).asks(gateway.baseUrl(), "only").in(options)) {
                worker.window.setMaxInFlight(60);
                worker.start(new PromptRoutes());
                int[] uncovered = { 0 };
                await().atMost(40, SECONDS).pollInterval(Duration.ofMillis(10)).until(() -> {
                    if (passesAPromptWithoutAResult(topics, prompts, worker)) {
                        uncovered[0]++;
                    }
                    return worker.stored.size() == PROMPTS;
                });
                return uncovered[0];
            }
        }
    }

    /** Asks for offsets first: a result that comes meanwhile can only make the check milder. */
    private static boolean passesAPromptWithoutAResult(
            PromptTopics topics, List<ConsumerRecord<String, String>> prompts, Worker worker)
            throws Exception {
        Map<TopicPartition, Long> committed = new HashMap<>();
        topics.committed().forEach((partition, offset) -> committed.put(partition, offset.offset()));
        return prompts.stream().anyMatch(prompt -> prompt.offset() < committed.getOrDefault(
                new TopicPartition(prompt.topic(), prompt.partition()), 0L) && !worker.stored.contains(prompt.key()));
    }
}
