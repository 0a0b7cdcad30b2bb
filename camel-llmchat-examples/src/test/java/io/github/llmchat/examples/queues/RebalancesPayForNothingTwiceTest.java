package io.github.llmchat.examples.queues;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RebalancesPayForNothingTwiceTest {

    private static final int PROMPTS = 600;

    @ParameterizedTest
    @ValueSource(strings = {
            PromptRoutes.WINDOW + "&" + PromptRoutes.COOPERATIVE, PromptRoutes.WINDOW })
    void eachPromptIsAskedOnceAlthoughAWorkerJoinsAndAnotherLeaves(String options) throws Exception {
        try (PromptTopics topics = new PromptTopics(4); SlowGateway gateway = SlowGateway.ofTensOfMillis()) {
            List<String> prompts = topics.put(PROMPTS);
            try (Worker first = worker(topics, gateway, "first", options)) {
                await().atMost(30, SECONDS).until(() -> gateway.accepted() > PROMPTS / 10);
                try (Worker second = worker(topics, gateway, "second", options)) {
                    await().atMost(60, SECONDS).until(() -> gateway.acceptedFrom("second").size() > PROMPTS / 20);
                    first.close();
                    await().atMost(60, SECONDS).until(() -> topics.results().size() >= PROMPTS);
                }
            }

            assertThat(gateway.ledger()).hasSize(PROMPTS).allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
            assertThat(topics.results()).containsExactlyInAnyOrderElementsOf(prompts);
            assertThat(topics.uncommitted()).isZero();
        }
    }

    private static Worker worker(PromptTopics topics, SlowGateway gateway, String name, String options) throws Exception {
        Worker worker = new Worker(topics.brokers()).asks(gateway.baseUrl(), name).in(options);
        worker.window.setMaxInFlight(16);
        return worker.start(new PromptRoutes());
    }
}
