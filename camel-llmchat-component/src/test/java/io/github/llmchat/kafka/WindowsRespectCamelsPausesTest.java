package io.github.llmchat.kafka;

import java.util.List;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WindowsRespectCamelsPausesTest {

    private static final List<TopicPartition> PARTITION = List.of(MockBroker.partition(0));

    private final PolledWindow window = PolledWindow.of(2).assigned(0);

    @Test
    void handsOutNothingWhileCamelPausesButCommits() {
        window.broker.put(0, 5);
        window.poll();
        window.poll.assignments().pausedByCamel(PARTITION);

        window.end(0, 1);

        await().pollInSameThread().untilAsserted(() -> {
            assertThat(window.poll()).isEmpty();
            assertThat(window.committed(0)).isEqualTo("2/");
        });
        window.poll.assignments().resumedByCamel(PARTITION);
        assertThat(window.poll()).containsExactly(2L, 3L);
    }

    @Test
    void bringsNothingTwiceWhenCamelRewindsToWhatIsCommitted() {
        window.broker.put(0, 4);
        assertThat(window.poll()).containsExactly(0L, 1L);
        window.end(1);
        assertThat(window.poll()).containsExactly(2L);

        window.poll.assignments().soughtTo(MockBroker.partition(0), 0);
        window.broker.seek(MockBroker.partition(0), 0);
        window.broker.goOnAt(0);
        window.broker.put(0, 4);
        window.end(0, 2);

        assertThat(window.poll()).containsExactly(3L);
        assertThat(window.window.taken()).isEqualTo(1);
    }

    @Test
    void bringsNothingTwiceWhenNoCommitIsAcknowledgedYet() {
        window.broker.loseAnswersToCommits();
        window.broker.put(0, 2);
        assertThat(window.poll()).containsExactly(0L, 1L);
        window.end(0, 1);
        assertThat(window.poll()).isEmpty();
        assertThat(window.committed(0)).isEqualTo("0/");

        window.poll.assignments().soughtTo(MockBroker.partition(0), 0);
        window.broker.seek(MockBroker.partition(0), 0);
        window.broker.goOnAt(0);
        window.broker.put(0, 3);

        assertThat(window.poll()).containsExactly(2L);
    }

    @Test
    void beginsAnewWhereARouteWantsToReadAgain() {
        window.broker.put(0, 2);
        window.poll();
        window.end(0, 1);
        await().pollInSameThread().until(() -> window.poll().isEmpty() && window.committed(0).equals("2/"));

        window.poll.assignments().soughtTo(MockBroker.partition(0), 0);
        window.broker.seek(MockBroker.partition(0), 0);
        window.broker.goOnAt(0);
        window.broker.put(0, 2);

        assertThat(window.poll()).containsExactly(0L, 1L);
    }
}
