package io.github.llmchat.examples.queues;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several JVMs in one consumer group on a real broker; two of them get SIGKILL while 2,000 prompts are worked off. */
class KilledWorkersLoseNothingTest {

    private static final int PROMPTS = 2_000;
    private static final int PARTITIONS = 6;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, Set<String>> kills = new HashMap<>();

    @Test
    void everyPromptHasAResultAndOnlyWhatTheDeadHadInFlightIsPaidAgain() throws Exception {
        try (PromptTopics topics = new PromptTopics(PARTITIONS); SlowGateway gateway = SlowGateway.ofTensOfMillis()) {
            List<String> prompts = topics.put(PROMPTS);
            try (WorkerProcess first = new WorkerProcess(topics, gateway, "first");
                 WorkerProcess second = new WorkerProcess(topics, gateway, "second")) {
                killInTheMiddle(first, topics, gateway, 100 + random.nextInt(400));
                try (WorkerProcess third = new WorkerProcess(topics, gateway, "third")) {
                    killInTheMiddle(second, topics, gateway, 50 + random.nextInt(300));
                    await().atMost(120, SECONDS).until(() -> new HashSet<>(topics.results()).size() == PROMPTS);
                    assertThat(third.alive()).isTrue();
                }
            }

            List<String> results = topics.results();
            Map<String, Integer> ledger = gateway.ledger();
            Map<String, Integer> mayBePaidAgain = mayBePaidAgain(gateway);
            assertThat(new HashSet<>(results)).as("results, one for each key, seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(prompts);
            assertThat(ledger.keySet()).containsExactlyInAnyOrderElementsOf(prompts);
            assertThat(ledger).as("paid for, seed %d", seed).allSatisfy(
                    (key, times) -> assertThat(times - 1).isLessThanOrEqualTo(mayBePaidAgain.getOrDefault(key, 0)));
            assertThat(topics.uncommitted()).isZero();
            print(gateway, ledger, mayBePaidAgain, results);
        }
    }

    /** Kills a worker when it has been sent so many prompts since now, and looks what of them is not committed. */
    private void killInTheMiddle(WorkerProcess worker, PromptTopics topics, SlowGateway gateway, int prompts) throws Exception {
        int before = gateway.acceptedFrom(worker.name()).size();
        await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(5))
                .until(() -> gateway.acceptedFrom(worker.name()).size() >= before + prompts
                        || gateway.accepted() >= PROMPTS * 9 / 10);
        worker.kill();
        // until its session ends nobody else has its partitions, and what it had committed stands
        kills.put(worker.name(), topics.done());
    }

    /** What a dead worker had sent to the gateway, and not committed; known for certain when all is over. */
    private Map<String, Integer> mayBePaidAgain(SlowGateway gateway) {
        Map<String, Integer> keys = new HashMap<>();
        kills.forEach((worker, done) -> gateway.acceptedFrom(worker).stream().filter(key -> !done.contains(key))
                .forEach(key -> keys.merge(key, 1, Integer::sum)));
        return keys;
    }

    private void print(
            SlowGateway gateway, Map<String, Integer> ledger, Map<String, Integer> mayBePaidAgain, List<String> results) {
        long twice = ledger.values().stream().filter(times -> times > 1).count();
        System.out.printf(
                "seed %d: first sent %d, second %d, third %d; accepted and not committed at a kill %d; paid twice %d, "
                          + "results twice %d%n",
                seed, gateway.acceptedFrom("first").size(), gateway.acceptedFrom("second").size(),
                gateway.acceptedFrom("third").size(), mayBePaidAgain.size(), twice, results.size() - PROMPTS);
    }
}
