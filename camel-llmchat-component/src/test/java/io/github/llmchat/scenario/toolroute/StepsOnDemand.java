package io.github.llmchat.scenario.toolroute;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

/** A step of a route that ends when the test says so, and holds no thread until then. */
final class StepsOnDemand extends AsyncProcessorSupport {

    private final Queue<Runnable> open = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> order = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Integer number = exchange.getMessage().getHeader("n", Integer.class);
        order.add(number == null ? -1 : number);
        begun.incrementAndGet();
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        open.add(() -> {
            running.decrementAndGet();
            callback.done(false);
        });
        return false;
    }

    /** Ends the one that has been running longest; waits for one. What follows in the route runs on this thread. */
    void endOne() {
        await().atMost(ToolScenario.LIMIT_SECONDS, SECONDS).until(() -> !open.isEmpty());
        open.remove().run();
    }

    int begun() {
        return begun.get();
    }

    int running() {
        return running.get();
    }

    /** How many ran at a time. */
    int most() {
        return most.get();
    }

    /** The header n of each, in the order in which they began. */
    List<Integer> order() {
        return List.copyOf(order);
    }
}
