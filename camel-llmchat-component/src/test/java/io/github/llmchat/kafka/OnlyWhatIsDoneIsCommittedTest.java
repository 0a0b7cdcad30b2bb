package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OnlyWhatIsDoneIsCommittedTest {

    private final PolledWindow window = PolledWindow.of(10);

    @Test
    void commitsUpToTheFirstThatIsNotDoneAndNotesTheOthers() {
        window.assigned(0);
        window.broker.put(0, 6);
        window.poll();

        window.end(0, 2, 3);

        committed("1/w1 3");
        window.end(5);
        committed("1/w1 5 3");
        window.end(1);
        committed("4/w1 2");
        window.end(4);
        committed("6/");
    }

    @Test
    void passesOverOffsetsThatAreNotThere() {
        window.assigned(0);
        window.broker.put(0, 2);
        window.broker.goOnAt(70);
        window.broker.put(0, 1);
        window.poll();

        window.end(0, 1);
        committed("70/");
        window.end(70);
        committed("71/");
    }

    @Test
    void skipsWhatTheNoteOfTheLastOwnerCallsDone() {
        takesOverFrom(new OffsetAndMetadata(2, "w1 4 2"));
        window.broker.put(0, 6);

        assertThat(window.poll()).containsExactly(2L, 4L, 6L, 7L);
        window.end(2);
        committed("4/w1 2");
        window.end(4, 6, 7);
        committed("8/");
    }

    @Test
    void keepsTheNoteWhenOnlyPartOfItIsFetched() {
        window.broker.setMaxPollRecords(1);
        takesOverFrom(new OffsetAndMetadata(2, "w1 4 2"));
        window.broker.put(0, 4);

        assertThat(window.poll()).containsExactly(2L);
        window.end(2);

        await().pollInSameThread().untilAsserted(() -> {
            window.poll.poll(Duration.ZERO);
            assertThat(window.committed(0)).isEqualTo("4/w1 2");
        });
    }

    @Test
    void readsATopicThatWasMadeAnewFromItsBeginning() {
        window.assigned(0);
        window.broker.put(0, 5);
        window.poll();
        window.end(0, 1, 2, 3, 4);
        committed("5/");

        window.broker.seek(MockBroker.partition(0), 0);
        window.broker.goOnAt(0);
        window.broker.put(0, 2);

        assertThat(window.poll()).containsExactly(0L, 1L);
        window.end(0, 1);
        committed("2/");
    }

    @Test
    void countsARollbackAsAFailure() {
        window.assigned(0);
        window.broker.put(0, 2);
        window.poll();

        window.rollBack(0);
        window.end(1);

        committed("0/w1 2");
        assertThat(window.window.stopped()).containsExactly("tickets-0");
    }

    private void takesOverFrom(OffsetAndMetadata committed) {
        List<TopicPartition> partition = List.of(MockBroker.partition(0));
        window.broker.with(partition);
        window.broker.commitSync(Map.of(partition.get(0), committed));
        window.broker.seek(partition.get(0), committed.offset());
        window.poll.assignments().assigned(partition);
        window.broker.goOnAt(committed.offset());
    }

    private void committed(String expected) {
        await().pollInSameThread().untilAsserted(() -> {
            assertThat(window.poll()).isEmpty();
            assertThat(window.committed(0)).isEqualTo(expected);
        });
    }
}
