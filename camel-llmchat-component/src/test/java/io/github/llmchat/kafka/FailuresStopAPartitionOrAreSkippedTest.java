package io.github.llmchat.kafka;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FailuresStopAPartitionOrAreSkippedTest {

    @Test
    void stopHandsOutNothingMoreFromThePartitionAndStaysBeforeTheRecord() {
        PolledWindow window = PolledWindow.of(2).assigned(0, 1);
        window.broker.put(0, 4);
        assertThat(window.poll()).containsExactly(0L, 1L);

        window.fail(0);
        window.end(1);

        await().pollInSameThread().untilAsserted(() -> {
            assertThat(window.poll()).isEmpty();
            assertThat(window.committed(0)).isEqualTo("0/w1 2");
        });
        assertThat(window.window.stopped()).containsExactly("tickets-0");
        window.broker.put(1, 1);
        assertThat(window.poll()).containsExactly(4L);
    }

    @Test
    void stoppedPartitionsAreTriedAgainByTheirNextOwner() {
        PolledWindow window = PolledWindow.of(2).assigned(0);
        window.broker.put(0, 2);
        window.poll();
        window.fail(0);
        window.end(1);
        window.poll();

        window.poll.assignments().revoked(List.of(MockBroker.partition(0)));
        assertThat(window.window.stopped()).isEmpty();
        window.broker.seek(MockBroker.partition(0), 0);
        window.poll.assignments().assigned(List.of(MockBroker.partition(0)));
        window.broker.goOnAt(0);
        window.broker.put(0, 3);

        assertThat(window.poll()).contains(0L, 2L);
    }

    @Test
    void skipGoesOnAndCommits() {
        PolledWindow window = PolledWindow.of(2, false, OnFailure.SKIP).assigned(0);
        window.broker.put(0, 3);
        window.poll();

        window.fail(0);
        window.end(1);

        assertThat(window.poll()).containsExactly(2L);
        await().pollInSameThread().untilAsserted(() -> {
            window.poll();
            assertThat(window.committed(0)).isEqualTo("2/");
        });
    }
}
