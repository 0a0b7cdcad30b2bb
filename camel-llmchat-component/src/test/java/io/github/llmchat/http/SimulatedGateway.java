package io.github.llmchat.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.RateLimitException;
import io.github.llmchat.error.SafeText;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkSource;

/**
 * A gateway in simulated time that allows so many requests in a minute, and refuses the others until the next begins.
 */
final class SimulatedGateway implements GatewayCall.Attempt {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration LATENCY = Duration.ofMillis(200);

    private final SimulatedTime time;
    private final int perMinute;
    private final boolean tellsWhatIsLeft;
    private long windowEnd;
    private int accepted;
    final List<Duration> refusals = new ArrayList<>();
    int answers;

    /** @param tellsWhatIsLeft whether answers say how many requests are left, and for how long */
    SimulatedGateway(SimulatedTime time, int perMinute, boolean tellsWhatIsLeft) {
        this.time = time;
        this.tellsWhatIsLeft = tellsWhatIsLeft;
        this.perMinute = perMinute;
    }

    @Override
    public void send(GatewayRequest request, AnswerReceiver receiver) {
        receiver.source(new Nothing());
        time.after(LATENCY, () -> answer(receiver));
    }

    private void answer(AnswerReceiver receiver) {
        if (time.nanos() >= windowEnd) {
            windowEnd = time.nanos() + MINUTE;
            accepted = 0;
        }
        if (accepted < perMinute) {
            accepted++;
            answers++;
            Long left = tellsWhatIsLeft ? (long) perMinute - accepted : null;
            Long reset = tellsWhatIsLeft ? untilNext().toMillis() + 1 : null;
            receiver.head(new AnswerHead(200, "http://gateway", null, left, null, reset, SafeText::of, false));
            receiver.body("{}".getBytes(StandardCharsets.UTF_8));
        } else {
            refusals.add(time.elapsed());
            receiver.failed(partial -> new RateLimitException(
                    "slow down", ErrorDetails.NONE.withHttpStatus(429).withRetryAfter(untilNext()), null));
        }
    }

    private Duration untilNext() {
        return Duration.ofNanos(windowEnd - time.nanos());
    }

    /** Requests that were refused after the beginning. */
    long refusedAfter(Duration beginning) {
        return refusals.stream().filter(at -> at.compareTo(beginning) > 0).count();
    }

    private static final class Nothing implements ChunkSource {

        @Override
        public void resume() {
            // never paused
        }

        @Override
        public void abort() {
            // the answer comes all the same
        }

        @Override
        public void endWithin(Duration grace) {
            // ends by itself
        }

        @Override
        public void endAfterSilence(Duration grace) {
            // ends by itself
        }
    }
}
