package io.github.llmchat.examples.tickets.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** The answers that are on their way to clients, and the one thread that all of them run on. Thread-safe. */
final class OpenAnswers implements AutoCloseable {

    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "demo-gateway-clock");
        thread.setDaemon(true);
        return thread;
        // clients may still be leaving when there is nobody any more who has to know
    }, new ThreadPoolExecutor.DiscardPolicy());
    private final Set<PacedAnswer> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    ScheduledExecutorService clock() {
        return clock;
    }

    /** The answer, which is open from now until the exchange is through. */
    PacedAnswer publish(PacedAnswer answer, Exchange exchange) {
        open.add(answer);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onFailure(Exchange failed) {
                // also if the client left before the answer could begin
                answer.cancel();
            }

            @Override
            public void onDone(Exchange done) {
                open.remove(answer);
                super.onDone(done);
            }
        });
        if (cut) {
            answer.cut();
        }
        return answer;
    }

    /** Cuts all answers, those that are only beginning included. */
    void cut() {
        cut = true;
        open.forEach(PacedAnswer::cut);
    }

    /** Ends the thread when it has done what it was told to do at once. */
    @Override
    public void close() {
        clock.shutdown();
    }
}
