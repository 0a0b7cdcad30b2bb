package io.github.llmchat.benchmark.compare;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeTest {

    @Test
    void theBoundItselfIsReached() {
        assertThat(text(1.5, 1.5)).isEqualTo("reached");
    }

    @Test
    void howFarIsRoundedAsFarAsItMatters() {
        assertThat(text(3.3, 1.5)).isEqualTo("MISSED by 120 %");
        assertThat(text(1.53, 1.5)).isEqualTo("MISSED by 2.0 %");
        assertThat(text(1.5001, 1.5)).isEqualTo("MISSED by less than 0.1 %");
    }

    @Test
    void nothingIsFarFromZeroByPercent() {
        assertThat(text(3, 0)).isEqualTo("MISSED");
    }

    @Test
    void whatIsNotMeasuredIsNotMissed() {
        assertThat(Outcome.of(new Goal("x", Double.NaN, 1)).kind()).isEqualTo(Outcome.Kind.NOT_MEASURED);
    }

    private static String text(double reached, double bound) {
        return Outcome.of(new Goal("x", reached, bound)).text();
    }
}
