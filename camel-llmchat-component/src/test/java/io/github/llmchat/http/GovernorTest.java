package io.github.llmchat.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GovernorTest {

    private final SimulatedTime time = new SimulatedTime();
    private final List<String> gone = new ArrayList<>();

    @Test
    void withoutLimitsAllGoAtOnce() {
        Governor governor = governor(0, 0, 0);

        for (int i = 0; i < 1_000; i++) {
            enter(governor, "r" + i, 0);
        }

        assertThat(gone).hasSize(1_000);
        assertThat(governor.running()).isEqualTo(1_000);
        assertThat(governor.waiting()).isZero();
    }

    @Test
    void onlySoManyAreUnderWayAndTheNextGoesWhenOneIsThrough() {
        Governor governor = governor(2, 0, 0);
        Governor.Turn first = enter(governor, "a", 0);
        enter(governor, "b", 0);
        enter(governor, "c", 0);
        enter(governor, "d", 0);
        assertThat(gone).containsExactly("a", "b");
        assertThat(governor.waiting()).isEqualTo(2);

        first.leave();

        assertThat(gone).containsExactly("a", "b", "c");
        assertThat(governor.running()).isEqualTo(2);
    }

    @Test
    void whoLeavesTheQueueDoesNotHoldTheOthersUp() {
        Governor governor = governor(1, 0, 0);
        Governor.Turn first = enter(governor, "a", 0);
        Governor.Turn second = enter(governor, "b", 0);
        enter(governor, "c", 0);

        second.leave();
        first.leave();

        assertThat(gone).containsExactly("a", "c");
        assertThat(governor.waiting()).isZero();
    }

    @Test
    void leavingTwiceGivesBackOnce() {
        Governor governor = governor(1, 0, 0);
        Governor.Turn first = enter(governor, "a", 0);
        enter(governor, "b", 0);
        enter(governor, "c", 0);

        first.leave();
        first.leave();

        assertThat(gone).containsExactly("a", "b");
    }

    @Test
    void whoComesBackGoesBeforeThoseThatCameLater() {
        Governor governor = governor(1, 0, 0);
        Governor.Turn first = enter(governor, "a", 0);
        enter(governor, "b", 0);
        enter(governor, "c", 0);
        governor.pause(Duration.ofSeconds(5));
        first.leave();

        first.comeBack();
        time.run(Duration.ofSeconds(6));

        assertThat(gone).containsExactly("a", "a");
    }

    @Test
    void streamsThatHaveBegunAreNoPartOfWhatTheGatewaySaysIsLeft() {
        Governor governor = governor(0, 0, 0);
        for (int i = 0; i < 50; i++) {
            enter(governor, "s" + i, 0).accepted();
        }
        governor.remaining(40, Duration.ofMinutes(1));

        for (int i = 0; i < 41; i++) {
            enter(governor, "r" + i, 0);
        }

        assertThat(gone).hasSize(90);
        assertThat(governor.waiting()).isEqualTo(1);
    }

    @Test
    void streamsThatHaveBegunHoldNobodyUpAfterARefusal() {
        Governor governor = governor(0, 0, 0);
        for (int i = 0; i < 50; i++) {
            enter(governor, "s" + i, 0).accepted();
        }
        Governor.Turn refused = enter(governor, "a", 0);
        governor.refused(Duration.ofSeconds(1));
        refused.leave();
        refused.comeBack();

        time.run(Duration.ofSeconds(2));

        assertThat(gone).endsWith("a", "a");
        assertThat(governor.running()).isEqualTo(51);
    }

    @Test
    void whatFailsAtOnceMakesNoDeepStack() {
        Governor governor = governor(1, 0, 0);
        Governor.Turn first = enter(governor, "a", 0);
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        Governor.Turn[] turns = new Governor.Turn[1_000];
        for (int i = 0; i < turns.length; i++) {
            int number = i;
            turns[i] = governor.enter(0, () -> {
                deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
                gone.add("r" + number);
                turns[number].leave();
                depth.decrementAndGet();
            });
            turns[i].queue();
        }

        first.leave();

        assertThat(gone).hasSize(1_001).endsWith("r998", "r999");
        assertThat(deepest).hasValue(1);
    }

    /** Looking up a host's name may take its time: not on the threads of whoever gives a place back, or of a timer. */
    @Test
    void whoHadToWaitIsSentOnAThreadThatMayBlock() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "may-block"));
        BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        try {
            Governor governor = new Governor(new GovernorLimits(1, 0, 0, 10), time, executor);
            Governor.Turn first = enterNamingItsThread(governor, threads);
            Governor.Turn second = enterNamingItsThread(governor, threads);
            assertThat(threads.poll(30, TimeUnit.SECONDS)).isEqualTo(Thread.currentThread().getName());

            first.leave();
            assertThat(threads.poll(30, TimeUnit.SECONDS)).isEqualTo("may-block");

            second.leave();
            second.comeBack();
            assertThat(threads.poll(30, TimeUnit.SECONDS)).isEqualTo("may-block");
        } finally {
            executor.shutdownNow();
        }
    }

    private static Governor.Turn enterNamingItsThread(Governor governor, Queue<String> threads) {
        Governor.Turn turn = governor.enter(0, () -> threads.add(Thread.currentThread().getName()));
        turn.queue();
        return turn;
    }

    @Test
    void afterARefusalTheyFeelTheirWay() {
        Governor governor = governor(0, 0, 0);
        List<Governor.Turn> turns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            turns.add(enter(governor, "r" + i, 0));
        }
        turns.forEach(turn -> governor.refused(Duration.ofSeconds(1)));
        turns.forEach(Governor.Turn::leave);
        gone.clear();

        turns.forEach(Governor.Turn::comeBack);
        time.run(Duration.ofSeconds(2));

        List<Integer> together = new ArrayList<>();
        int answered = 0;
        while (answered < 100) {
            int sent = gone.size();
            together.add(sent - answered);
            turns.subList(answered, sent).forEach(Governor.Turn::accepted);
            answered = sent;
        }
        // not one cut for each of the hundred that were refused together
        assertThat(together).containsExactly(1, 2, 4, 8, 16, 32, 37);
    }

    @Test
    void theQueueIsBounded() {
        Governor governor = new Governor(new GovernorLimits(1, 0, 0, 2), time, Runnable::run);
        enter(governor, "a", 0);
        enter(governor, "b", 0);
        enter(governor, "c", 0);

        assertThat(governor.enter(0, () -> gone.add("d"))).isNull();
    }

    @Test
    void aPauseHoldsAllUpAndAShorterOneDoesNotEndIt() {
        Governor governor = governor(0, 0, 0);
        governor.pause(Duration.ofSeconds(10));
        governor.pause(Duration.ofSeconds(1));
        enter(governor, "a", 0);

        time.run(Duration.ofSeconds(9));
        assertThat(gone).isEmpty();

        time.run(Duration.ofSeconds(2));
        assertThat(gone).containsExactly("a");
    }

    @Test
    void requestsAreSpreadOverTheMinute() {
        Governor governor = governor(0, 60, 0);
        for (int i = 0; i < 10; i++) {
            enter(governor, "r" + i, 0);
        }
        assertThat(gone).hasSize(1);

        time.run(Duration.ofMillis(4_500));

        assertThat(gone).containsExactly("r0", "r1", "r2", "r3", "r4");
    }

    @Test
    void tokensAreCountedAndCorrectedByWhatCallsReallyTake() {
        Governor governor = governor(0, 0, 6_000);
        enter(governor, "a", 300);
        enter(governor, "b", 300);
        // 100 at once, 100 a second: after the first there are 200 to wait for
        time.run(Duration.ofMillis(2_100));
        assertThat(gone).containsExactly("a", "b");

        governor.correct(700);
        enter(governor, "c", 1);
        time.run(Duration.ofSeconds(8));
        assertThat(gone).containsExactly("a", "b");

        time.run(Duration.ofSeconds(3));
        assertThat(gone).containsExactly("a", "b", "c");
    }

    private Governor governor(int concurrent, int requests, int tokens) {
        return new Governor(new GovernorLimits(concurrent, requests, tokens, 10_000), time, Runnable::run);
    }

    private Governor.Turn enter(Governor governor, String name, long tokens) {
        Governor.Turn turn = governor.enter(tokens, () -> gone.add(name));
        turn.queue();
        return turn;
    }
}
