package io.github.llmchat.examples.queues;

import java.nio.charset.StandardCharsets;

import io.github.llmchat.LlmChatComponent;
import io.github.llmchat.kafka.KafkaInFlightWindow;
import io.github.llmchat.testing.Script;
import io.github.llmchat.testing.ScriptedGateway;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes for Kafka that the page on queues shows, as they stand there. */
class QueuePageRoutesRunTest {

    @Test
    void answersAreResultsAndWhatFailsIsInTheDeadLetterTopicWithTheReason() throws Exception {
        try (PromptTopics topics = new PromptTopics(2); ScriptedGateway gateway = new ScriptedGateway();
             DefaultCamelContext context = new DefaultCamelContext()) {
            gateway.alwaysAnswers(request -> request.body().contains("poison")
                    ? Script.error(400, "invalid_request_error", "bad_prompt", "This prompt is poison")
                    : Script.answer("fine"));
            run(context, topics, gateway);

            topics.put(prompt("a", "good"));
            topics.put(prompt("b", "poison"));
            topics.put(prompt("c", "good"));

            await().atMost(30, SECONDS).until(() -> topics.results().size() == 2);
            await().atMost(30, SECONDS).until(() -> topics.records(PromptTopics.FAILED).size() == 1);
            ConsumerRecord<String, String> letter = topics.records(PromptTopics.FAILED).get(0);
            assertThat(letter.key()).isEqualTo("b");
            assertThat(letter.value()).isEqualTo("poison");
            assertThat(header(letter, "tenant")).isEqualTo("acme");
            assertThat(header(letter, "deadLetterError")).isEqualTo("BadRequestException");
            assertThat(header(letter, "deadLetterReason")).contains("This prompt is poison");
            assertThat(header(letter, "deadLetterSource")).matches("prompts-\\d@\\d");
            assertThat(letter.headers()).noneMatch(header -> header.key().startsWith("Camel"));
            await().atMost(30, SECONDS).until(() -> topics.uncommitted() == 0);
            KafkaInFlightWindow window = context.getRegistry().lookupByNameAndType("window", KafkaInFlightWindow.class);
            assertThat(window.getDrainTimeout()).hasSeconds(60);
            assertThat(window.isOrderByKey()).isTrue();
        }
    }

    private static void run(DefaultCamelContext context, PromptTopics topics, ScriptedGateway gateway) throws Exception {
        context.getComponent("kafka", KafkaComponent.class).getConfiguration().setBrokers(topics.brokers());
        context.getComponent("llmchat", LlmChatComponent.class).getConfiguration().setBaseUrl(gateway.baseUrl());
        QueuePage.run(context, QueuePage.yaml("KafkaInFlightWindow"));
    }

    private static ProducerRecord<String, String> prompt(String key, String text) {
        ProducerRecord<String, String> prompt = new ProducerRecord<>(PromptTopics.PROMPTS, key, text);
        prompt.headers().add("tenant", "acme".getBytes(StandardCharsets.UTF_8));
        return prompt;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
