package io.github.llmchat.examples.queues;

import java.util.List;

import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When a Kafka route is resumed, Camel rewinds to what is committed, whatever is in flight. */
class SuspendedRoutesBringNothingTwiceTest {

    private static final int PROMPTS = 300;

    @Test
    void eachPromptIsAskedOnceAlthoughTheRouteIsSuspendedTwice() throws Exception {
        try (PromptTopics topics = new PromptTopics(2); SlowGateway gateway = SlowGateway.ofTensOfMillis()) {
            List<String> prompts = topics.put(PROMPTS);
            try (Worker worker = new Worker(topics.brokers()).asks(gateway.baseUrl(), "only")) {
                worker.window.setMaxInFlight(20);
                worker.start(new PromptRoutes());
                for (int part = 1; part <= 2; part++) {
                    int some = PROMPTS * part / 4;
                    await().atMost(30, SECONDS).until(() -> gateway.accepted() > some);
                    worker.context.getRouteController().suspendRoute("intake");
                    if (part == 1) {
                        await().atMost(30, SECONDS).until(() -> worker.window.getInFlight() == 0);
                    }
                    worker.context.getRouteController().resumeRoute("intake");
                }
                await().atMost(60, SECONDS).until(() -> worker.stored.size() == PROMPTS);
            }

            assertThat(gateway.ledger()).hasSize(PROMPTS).allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
            assertThat(topics.results()).containsExactlyInAnyOrderElementsOf(prompts);
        }
    }
}
