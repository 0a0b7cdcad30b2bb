package io.github.llmchat.kafka;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionsThatGoAreDrainedFirstTest {

    private static final List<TopicPartition> FIRST = List.of(MockBroker.partition(0));

    private final PolledWindow window = PolledWindow.of(4).assigned(0, 1);

    @Test
    void waitsForWhatIsInFlightAndCommitsIt() throws InterruptedException {
        window.broker.put(0, 2);
        window.poll();
        CountDownLatch begun = new CountDownLatch(1);
        Thread route = new Thread(() -> {
            begun.countDown();
            window.end(0, 1);
        });

        route.start();
        begun.await();
        window.poll.assignments().revoked(FIRST);
        route.join();

        assertThat(window.committed(0)).isEqualTo("2/");
        assertThat(window.window.taken()).isZero();
    }

    @Test
    void doesNotWaitForOtherPartitions() {
        window.broker.put(0, 1);
        window.broker.put(1, 1);
        window.poll();
        window.end(0);

        window.poll.assignments().revoked(FIRST);

        assertThat(window.committed(0)).isEqualTo("1/");
        assertThat(window.window.taken()).isEqualTo(1);
    }

    @Test
    void givesUpAfterTheTimeoutAndCommitsWhatIsDone() {
        window.broker.put(0, 3);
        window.poll();
        window.end(0, 2);

        window.poll.assignments().revoked(FIRST);

        assertThat(window.committed(0)).isEqualTo("1/w1 2");
        assertThat(window.window.taken()).isZero();
        window.end(1);
        assertThat(window.poll()).isEmpty();
        assertThat(window.committed(0)).isEqualTo("1/w1 2");
    }

    @Test
    void commitsNothingOfPartitionsThatHaveGoneAlready() {
        window.broker.put(0, 2);
        window.poll();
        window.end(0, 1);

        window.poll.assignments().lost(FIRST);
        window.poll();

        assertThat(window.committed(0)).isIn("nothing", "0/");
        assertThat(window.window.taken()).isZero();
    }

    @Test
    void commitsAlthoughCamelWakesTheConsumerWhenItStops() {
        window.broker.put(0, 1);
        window.poll();
        window.end(0);
        window.broker.wakeup();

        window.poll.assignments().allGo();

        assertThat(window.committed(0)).isEqualTo("1/");
    }

    @Test
    void commitsAlthoughItsThreadIsInterrupted() {
        window.broker.put(0, 1);
        window.poll();
        window.end(0);

        Thread.currentThread().interrupt();
        window.poll.assignments().allGo();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(window.committed(0)).isEqualTo("1/");
    }
}
