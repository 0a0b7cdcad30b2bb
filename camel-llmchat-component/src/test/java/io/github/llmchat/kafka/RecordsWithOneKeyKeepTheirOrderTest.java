package io.github.llmchat.kafka;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordsWithOneKeyKeepTheirOrderTest {

    @Test
    void waitsForTheEarlierOneAndLetsOthersGoAhead() {
        PolledWindow window = PolledWindow.of(10, true, OnFailure.STOP).assigned(0);
        window.broker.put(0, "a", "a", "b", "a", "c", "b");

        assertThat(window.poll()).containsExactly(0L, 2L, 4L);
        assertThat(window.poll()).isEmpty();
        window.end(0);
        assertThat(window.poll()).containsExactly(1L);
        window.end(2);
        assertThat(window.poll()).containsExactly(5L);
        window.end(1);
        assertThat(window.poll()).containsExactly(3L);
    }

    @Test
    void holdsUpNoRecordThatHasNoKey() {
        PolledWindow window = PolledWindow.of(10, true, OnFailure.STOP).assigned(0);
        window.broker.put(0, null, null, "a");

        assertThat(window.poll()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void fetchesNoMoreThanAWindowFullOfRecordsThatMustWait() {
        PolledWindow window = PolledWindow.of(4, true, OnFailure.STOP).assigned(0);
        window.broker.setMaxPollRecords(4);
        window.broker.put(0, "a", "a", "a", "a", "a", "a", "a", "a", "a", "b");

        assertThat(window.poll()).containsExactly(0L);
        window.poll();
        window.poll();

        assertThat(window.poll.assignments().waiting()).isBetween(4, 8);
        assertThat(window.broker.paused()).containsExactly(MockBroker.partition(0));
    }
}
