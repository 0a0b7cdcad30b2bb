package io.github.llmchat.examples.gateway;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenBudgetTest {

    private final Hand hand = new Hand();
    private final TokenBudget budget = new TokenBudget(hand);

    @Test
    void whatWasUsedInThisHourIsAddedUpForEachClient() throws Exception {
        book("alice", "2026-11-27T10:00:00Z", 100, 20);
        book("alice", "2026-11-27T10:29:59.9Z", 1, 2);
        book("bob", "2026-11-27T10:10:00Z", 7, 0);

        assertThat(budget.spent("alice")).isEqualTo(123);
        assertThat(budget.spent("bob")).isEqualTo(7);
        assertThat(budget.spent("carol")).isZero();
    }

    @Test
    void anEarlierHourCountsNoMoreAlsoIfItsRecordsComeLate() throws Exception {
        book("alice", "2026-11-27T09:59:59.9Z", 100, 20);
        assertThat(budget.spent("alice")).isZero();

        book("alice", "2026-11-27T10:00:00Z", 100, 20);
        hand.now = Instant.parse("2026-11-27T11:00:00Z");

        assertThat(budget.spent("alice")).isZero();
        book("alice", "2026-11-27T10:59:00Z", 100, 20);
        assertThat(budget.spent("alice")).isZero();
    }

    @Test
    void itSaysHowLongTheHourLasts() {
        assertThat(budget.secondsLeft()).isEqualTo(1_800);
        assertThat(budget.minutesLeft()).isEqualTo(30);
        hand.now = Instant.parse("2026-11-27T10:59:59.9Z");
        assertThat(budget.secondsLeft()).isEqualTo(1);
        assertThat(budget.minutesLeft()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsNoUsageIsRefused() {
        assertThatThrownBy(() -> budget.book("no usage")).isInstanceOf(JsonProcessingException.class);
    }

    private void book(String client, String time, long prompt, long completion) throws JsonProcessingException {
        budget.book(new UsageRecord(time, client, "assistant", "east", prompt, completion, false, null).toJson());
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-27T10:30:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
