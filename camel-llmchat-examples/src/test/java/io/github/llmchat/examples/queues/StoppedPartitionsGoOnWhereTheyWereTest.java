package io.github.llmchat.examples.queues;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StoppedPartitionsGoOnWhereTheyWereTest {

    private static final int PROMPTS = 60;

    @Test
    void onlyTheFailedPromptIsPaidAgainWhenTheRouteIsRestarted() throws Exception {
        try (PromptTopics topics = new PromptTopics(1); SlowGateway gateway = SlowGateway.ofTensOfMillis()) {
            List<String> prompts = topics.put(PROMPTS);
            AtomicBoolean broken = new AtomicBoolean(true);
            try (Worker worker = new Worker(topics.brokers()).asks(gateway.baseUrl(), "only")) {
                worker.window.setMaxInFlight(10);
                worker.start(new PromptRoutes(key -> broken.get() && key.equals(prompts.get(20))));

                await().atMost(30, SECONDS).until(() -> worker.window.getStoppedPartitions().contains("prompts-0"));
                await().atMost(30, SECONDS).until(() -> worker.window.getInFlight() == 0);
                await().atMost(30, SECONDS).until(() -> topics.uncommitted() == PROMPTS - 20);
                assertThat(worker.stored).hasSizeLessThan(PROMPTS);

                broken.set(false);
                worker.context.getRouteController().stopRoute("intake");
                worker.context.getRouteController().startRoute("intake");
                await().atMost(60, SECONDS).until(() -> worker.stored.size() == PROMPTS);
                assertThat(worker.window.getStoppedPartitions()).isEmpty();
            }

            Map<String, Integer> ledger = gateway.ledger();
            assertThat(ledger.remove(prompts.get(20))).isEqualTo(2);
            assertThat(ledger.values()).containsOnly(1);
            assertThat(topics.results()).containsExactlyInAnyOrderElementsOf(prompts);
            assertThat(topics.uncommitted()).isZero();
        }
    }
}
