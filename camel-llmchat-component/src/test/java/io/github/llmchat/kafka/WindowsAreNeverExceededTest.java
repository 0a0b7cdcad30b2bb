package io.github.llmchat.kafka;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsAreNeverExceededTest {

    @Test
    void handsOutAsManyAsThereArePlacesAndGoesOnPolling() {
        PolledWindow window = PolledWindow.of(3).assigned(0);
        window.broker.put(0, 7);

        assertThat(window.poll()).containsExactly(0L, 1L, 2L);
        assertThat(window.poll()).isEmpty();
        assertThat(window.broker.paused()).containsExactly(MockBroker.partition(0));

        window.end(1);

        assertThat(window.poll()).containsExactly(3L);
        assertThat(window.window.taken()).isEqualTo(3);
    }

    @Test
    void fetchesAgainWhenThereIsRoom() {
        PolledWindow window = PolledWindow.of(2).assigned(0);
        window.broker.put(0, 2);
        window.poll();
        window.poll();

        window.end(0, 1);
        window.broker.put(0, 2);

        assertThat(window.poll()).containsExactly(2L, 3L);
    }

    @Test
    void givesEachPartitionItsTurn() {
        PolledWindow window = PolledWindow.of(1).assigned(0, 1);
        window.broker.put(0, 3);
        window.broker.put(1, 3);
        List<Long> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Long> next = window.poll();
            order.addAll(next);
            next.forEach(window::end);
        }

        assertThat(order).hasSize(4).contains(0L, 1L, 3L, 4L);
    }

    @Test
    void takesBackWhatCamelDidNotBeginWith() {
        PolledWindow window = PolledWindow.of(3).assigned(0);
        window.broker.put(0, 3);
        window.pollOnly();
        window.start(0);

        assertThat(window.poll()).containsExactly(1L, 2L);
        assertThat(window.window.taken()).isEqualTo(3);
    }
}
