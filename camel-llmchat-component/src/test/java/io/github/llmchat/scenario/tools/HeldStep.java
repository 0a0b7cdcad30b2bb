package io.github.llmchat.scenario.tools;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** An asynchronous step that is done when the test says so. No thread waits in it. */
final class HeldStep extends AsyncProcessorSupport {

    private final Queue<AsyncCallback> waiting = new ConcurrentLinkedQueue<>();
    private final CountDownLatch reached;

    /** @param reached how many exchanges {@link #awaitReached} waits for */
    HeldStep(int reached) {
        this.reached = new CountDownLatch(reached);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        waiting.add(callback);
        reached.countDown();
        return false;
    }

    void awaitReached() throws InterruptedException {
        assertThat(reached.await(15, TimeUnit.SECONDS)).as("the step was reached").isTrue();
    }

    /** Lets all go on that have come so far. Without it a context that stops waits for them. */
    void release() {
        for (AsyncCallback next = waiting.poll(); next != null; next = waiting.poll()) {
            next.done(false);
        }
    }
}
