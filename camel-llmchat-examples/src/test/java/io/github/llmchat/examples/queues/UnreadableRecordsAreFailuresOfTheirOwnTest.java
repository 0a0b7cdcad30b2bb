package io.github.llmchat.examples.queues;

import io.github.llmchat.kafka.OnFailure;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Camel would skip a record of every partition for it, without a trace. */
class UnreadableRecordsAreFailuresOfTheirOwnTest {

    /** Text of four letters is a number to it, any other can't be read. */
    private static final String NUMBERS = "&valueDeserializer=org.apache.kafka.common.serialization.IntegerDeserializer";

    @Test
    void skipSendsItToTheDeadLetterTopicAsItCame() throws Exception {
        try (PromptTopics topics = new PromptTopics(1); SlowGateway gateway = new SlowGateway(key -> 0);
             Worker worker = new Worker(topics.brokers()).asks(gateway.baseUrl(), "only").in(PromptRoutes.WINDOW + NUMBERS)) {
            worker.window.setOnFailure(OnFailure.SKIP);
            worker.window.setDeadLetter("kafka:prompts.failed");
            put(topics, "a", "four");
            put(topics, "b", "too long");
            put(topics, "c", "five");
            worker.start(new PromptRoutes());

            await().atMost(30, SECONDS).untilAsserted(() -> assertThat(topics.results()).containsExactlyInAnyOrder("a", "c"));
            await().atMost(30, SECONDS).until(() -> topics.records(PromptTopics.FAILED).size() == 1);
            assertThat(topics.records(PromptTopics.FAILED).get(0).key()).isEqualTo("b");
            assertThat(topics.records(PromptTopics.FAILED).get(0).value()).isEqualTo("too long");
            await().atMost(30, SECONDS).until(() -> topics.uncommitted() == 0);
        }
    }

    @Test
    void stopStaysBeforeIt() throws Exception {
        try (PromptTopics topics = new PromptTopics(1); SlowGateway gateway = new SlowGateway(key -> 0);
             Worker worker = new Worker(topics.brokers()).asks(gateway.baseUrl(), "only").in(PromptRoutes.WINDOW + NUMBERS)) {
            put(topics, "a", "four");
            put(topics, "b", "too long");
            put(topics, "c", "five");
            worker.start(new PromptRoutes());

            await().atMost(30, SECONDS).until(() -> worker.window.getStoppedPartitions().contains("prompts-0"));
            await().atMost(30, SECONDS).until(() -> topics.uncommitted() == 2);
            assertThat(gateway.ledger()).containsOnlyKeys("a");
        }
    }

    private static void put(PromptTopics topics, String key, String value) {
        topics.put(new ProducerRecord<>(PromptTopics.PROMPTS, key, value));
    }
}
