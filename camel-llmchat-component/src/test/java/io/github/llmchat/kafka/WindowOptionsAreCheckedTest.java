package io.github.llmchat.kafka;

import java.time.Duration;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WindowOptionsAreCheckedTest {

    private final KafkaInFlightWindow window = new KafkaInFlightWindow();

    @Test
    void hasItsDefaults() {
        assertThat(window.getMaxInFlight()).isEqualTo(100);
        assertThat(window.getDrainTimeout()).hasSeconds(30);
        assertThat(window.isOrderByKey()).isFalse();
        assertThat(window.getOnFailure()).isEqualTo(OnFailure.STOP);
        assertThat(window.getDeadLetter()).isNull();
        assertThat(window.getInFlight()).isZero();
        assertThat(window.getStoppedPartitions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1001 })
    void saysHowManyMayBeInFlight(int maxInFlight) {
        assertThatThrownBy(() -> window.setMaxInFlight(maxInFlight)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxInFlight=" + maxInFlight + " is not allowed: 1 to 1000 records");
    }

    @Test
    void takesNoNegativeTimeout() {
        assertThatThrownBy(() -> window.setDrainTimeout(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drainTimeout=PT-1S");
    }

    @Test
    void takesNoDeadLetterThatNothingIsSentTo() {
        window.setDeadLetter("kafka:failed");

        assertThatThrownBy(() -> window.getConsumer(new Properties())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("onFailure=skip");
    }
}
