package io.github.llmchat.http;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.ChatTimeoutException.Timeout;
import io.github.llmchat.sse.SseEvent;
import io.github.llmchat.stream.AnswerFailure;
import io.github.llmchat.stream.AnswerHead;
import io.github.llmchat.stream.AnswerReceiver;
import io.github.llmchat.stream.ChunkSource;

/**
 * One call as its user sees it: waits for its turn, sends the request, and sends it again while that helps and nothing
 * of an answer has come. The receiver is told of the last attempt only. The time limit of a whole answer or stream
 * covers all of that.
 */
final class GatewayCall implements AnswerReceiver, ChunkSource {

    /** Sends the request once. */
    @FunctionalInterface
    interface Attempt {

        void send(GatewayRequest request, AnswerReceiver receiver);
    }

    private final GatewayRequest request;
    private final AnswerReceiver receiver;
    private final CallPolicy policy;
    private final Timing timing;
    private final Attempt attempt;
    private final FailureMapping failures;
    private final Feedback feedback;

    // guarded by this
    private Governor.Turn turn;
    private ChunkSource current;
    private Runnable deadline = () -> {
    };
    private Runnable retry = () -> {
    };
    private boolean over;
    private int retries;

    private volatile boolean answering;

    GatewayCall(GatewayRequest request, AnswerReceiver receiver, CallPolicy policy, Timing timing, Attempt attempt) {
        this.request = request;
        this.receiver = receiver;
        this.policy = policy;
        this.timing = timing;
        this.attempt = attempt;
        this.failures = new FailureMapping(request, Duration.ZERO);
        this.feedback = new Feedback(policy);
    }

    void start() {
        receiver.source(this);
        startDeadline();
        Governor.Turn place = policy.governor().enter(request.tokens(), this::send);
        if (place == null) {
            fail(failures.ofTooManyWaiting(policy.governor().limits().maxPendingRequests()));
            return;
        }
        synchronized (this) {
            turn = place;
        }
        queue(Governor.Turn::queue);
    }

    private synchronized void startDeadline() {
        Timeout kind = request.stream() ? Timeout.STREAM : Timeout.REQUEST;
        Duration total = request.stream() ? request.limits().streamTimeout() : request.limits().requestTimeout();
        if (!total.isZero() && !over) {
            deadline = timing.after(total, () -> timedOut(kind, total));
        }
    }

    /** An ended call does not take its place again. */
    private void queue(Consumer<Governor.Turn> how) {
        Governor.Turn place;
        synchronized (this) {
            if (over) {
                return;
            }
            place = turn;
        }
        how.accept(place);
        synchronized (this) {
            if (!over) {
                return;
            }
        }
        place.leave();
    }

    private void send() {
        try {
            attempt.send(request, this);
        } catch (RuntimeException e) {
            fail(failures.ofTransport(e));
        }
    }

    @Override
    public void source(ChunkSource running) {
        synchronized (this) {
            current = running;
            if (!over) {
                return;
            }
        }
        running.abort();
    }

    @Override
    public void head(AnswerHead head) {
        failures.answered(head);
        feedback.answered(head);
        place().accepted();
        receiver.head(head);
    }

    @Override
    public void event(SseEvent event) {
        answering = true;
        receiver.event(event);
    }

    @Override
    public void flush() {
        receiver.flush();
    }

    @Override
    public boolean hasRoom() {
        return receiver.hasRoom();
    }

    @Override
    public void streamEnd(SseEvent unfinished) {
        if (end()) {
            receiver.streamEnd(unfinished);
        }
    }

    @Override
    public void body(byte[] body) {
        if (end()) {
            receiver.body(body);
        }
    }

    @Override
    public void failed(AnswerFailure failure) {
        ChatException exception = answering ? null : failure.toException(null);
        Duration wait = exception == null ? null : feedback.refused(request, exception, retriesSoFar());
        if (wait == null) {
            fail(failure);
        } else {
            sendAgain(wait);
        }
    }

    private synchronized Governor.Turn place() {
        return turn;
    }

    private synchronized int retriesSoFar() {
        return retries;
    }

    private void sendAgain(Duration wait) {
        Governor.Turn place;
        synchronized (this) {
            if (over) {
                return;
            }
            current = null;
            retries++;
            place = turn;
        }
        place.leave();
        synchronized (this) {
            if (!over) {
                retry = timing.after(wait, () -> queue(Governor.Turn::comeBack));
            }
        }
    }

    private void timedOut(Timeout which, Duration after) {
        ChunkSource running;
        synchronized (this) {
            running = current;
        }
        if (end()) {
            if (running != null) {
                running.abort();
            }
            receiver.failed(failures.ofTimeout(which, after));
        }
    }

    private void fail(AnswerFailure failure) {
        if (end()) {
            receiver.failed(failure);
        }
    }

    /** Gives everything back; true for the one that ends the call. */
    private boolean end() {
        Governor.Turn place;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            deadline.run();
            retry.run();
            place = turn;
        }
        if (place != null) {
            place.leave();
        }
        return true;
    }

    @Override
    public void abort() {
        ChunkSource running;
        synchronized (this) {
            running = current;
        }
        if (end() && running != null) {
            running.abort();
        }
    }

    @Override
    public void resume() {
        running().resume();
    }

    @Override
    public void endWithin(Duration grace) {
        running().endWithin(grace);
    }

    @Override
    public void endAfterSilence(Duration grace) {
        running().endAfterSilence(grace);
    }

    /** Only who gets events asks for these, so that there is one. */
    private synchronized ChunkSource running() {
        return current;
    }
}
