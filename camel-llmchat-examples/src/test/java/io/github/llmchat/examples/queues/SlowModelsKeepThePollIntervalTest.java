package io.github.llmchat.examples.queues;

import java.util.List;

import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SlowModelsKeepThePollIntervalTest {

    private static final int POLL_INTERVAL = 6_000;

    @Test
    void eachPromptIsAskedOnceAlthoughAnswersTakeLongerThanMaxPollIntervalMs() throws Exception {
        try (PromptTopics topics = new PromptTopics(1);
             SlowGateway gateway = new SlowGateway(key -> key.compareTo("P-00004") < 0 ? POLL_INTERVAL * 4 / 3 : 0)) {
            List<String> prompts = topics.put(6);
            try (Worker worker = new Worker(topics.brokers()).asks(gateway.baseUrl(), "only")
                    .in(PromptRoutes.WINDOW + "&maxPollIntervalMs=" + POLL_INTERVAL)) {
                worker.window.setMaxInFlight(4);
                worker.start(new PromptRoutes());
                await().atMost(60, SECONDS).until(() -> worker.stored.size() == prompts.size());
            }

            assertThat(gateway.ledger()).hasSize(prompts.size()).allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
            assertThat(topics.uncommitted()).isZero();
        }
    }
}
