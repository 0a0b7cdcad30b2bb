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

/**
 * Workers in JVMs of their own keep answers in one PostgreSQL; those that get SIGKILL leave what they had paid for
 * there.
 */
class KilledWorkersPayForNothingTwiceThatWasKeptTest {

    private static final int PROMPTS = 2_000;
    private static final int PARTITIONS = 6;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    /** What was kept when a worker was dead. */
    private final Map<String, Set<String>> kept = new HashMap<>();
    private int worthIt;

    @Test
    void whatAWorkerHadNoTimeToStoreIsNotPaidForAgain() throws Exception {
        try (PromptTopics topics = new PromptTopics(PARTITIONS); SlowGateway gateway = SlowGateway.ofTensOfMillis();
             KeptAnswers answers = new KeptAnswers()) {
            List<String> prompts = topics.put(300);
            try (WorkerProcess first = new WorkerProcess(
                    topics, gateway, "first", answers.url(), WorkerThatIsKilled.GETS_NO_FURTHER)) {
                await().atMost(120, SECONDS).until(() -> answers.keys().size() == WorkerThatIsKilled.WINDOW);
                first.kill();
            }
            assertThat(topics.results()).isEmpty();
            assertThat(topics.done()).isEmpty();

            try (WorkerProcess second = new WorkerProcess(topics, gateway, "second", answers.url())) {
                await().atMost(120, SECONDS).until(() -> new HashSet<>(topics.results()).size() == prompts.size());
                assertThat(second.alive()).isTrue();
            }

            assertThat(topics.results()).containsExactlyInAnyOrderElementsOf(prompts);
            assertThat(gateway.acceptedFrom("first")).hasSize(WorkerThatIsKilled.WINDOW);
            assertThat(gateway.ledger()).hasSize(prompts.size()).allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
        }
    }

    @Test
    void whateverTheMomentOfTheKill() throws Exception {
        try (PromptTopics topics = new PromptTopics(PARTITIONS); SlowGateway gateway = SlowGateway.ofTensOfMillis();
             KeptAnswers answers = new KeptAnswers()) {
            List<String> prompts = topics.put(PROMPTS);
            try (WorkerProcess first = new WorkerProcess(topics, gateway, "first", answers.url());
                 WorkerProcess second = new WorkerProcess(topics, gateway, "second", answers.url())) {
                killInTheMiddle(first, topics, gateway, answers, 100 + random.nextInt(400));
                try (WorkerProcess third = new WorkerProcess(topics, gateway, "third", answers.url())) {
                    killInTheMiddle(second, topics, gateway, answers, 50 + random.nextInt(300));
                    await().atMost(120, SECONDS).until(() -> new HashSet<>(topics.results()).size() == PROMPTS);
                    assertThat(third.alive()).isTrue();
                }
            }

            Map<String, Integer> ledger = gateway.ledger();
            Map<String, Integer> mayBePaidAgain = mayBePaidAgain(gateway);
            assertThat(new HashSet<>(topics.results())).as("results, one for each key, seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(prompts);
            assertThat(ledger).as("paid for, seed %d", seed).hasSize(PROMPTS).allSatisfy(
                    (key, times) -> assertThat(times - 1).isLessThanOrEqualTo(mayBePaidAgain.getOrDefault(key, 0)));
            System.out.printf(
                    "seed %d: on their way from the gateway at a kill %d; paid twice %d; kept and not committed at a kill %d%n",
                    seed, mayBePaidAgain.size(), ledger.values().stream().filter(times -> times > 1).count(), worthIt);
        }
    }

    /** Kills a worker when it has been sent so many prompts since now, and looks what is kept then. */
    private void killInTheMiddle(
            WorkerProcess worker, PromptTopics topics, SlowGateway gateway, KeptAnswers answers, int prompts)
            throws Exception {
        int before = gateway.acceptedFrom(worker.name()).size();
        await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(5))
                .until(() -> gateway.acceptedFrom(worker.name()).size() >= before + prompts
                        || gateway.accepted() >= PROMPTS * 9 / 10);
        worker.kill();
        Set<String> keys = answers.keys();
        kept.put(worker.name(), keys);
        Set<String> done = topics.done();
        worthIt += (int) gateway.acceptedFrom(worker.name()).stream()
                .filter(key -> keys.contains(key) && !done.contains(key)).count();
    }

    /** What a dead worker had sent to the gateway, and not kept. */
    private Map<String, Integer> mayBePaidAgain(SlowGateway gateway) {
        Map<String, Integer> keys = new HashMap<>();
        kept.forEach((worker, those) -> gateway.acceptedFrom(worker).stream().filter(key -> !those.contains(key))
                .forEach(key -> keys.merge(key, 1, Integer::sum)));
        return keys;
    }
}
