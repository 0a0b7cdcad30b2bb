package io.github.llmchat.benchmark.driver;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thread for each call under way. The one that ends a call makes the call that this begins, as a consumer does that
 * polls in a loop: no call costs a change of threads. Thread-safe.
 */
final class CallingThreads implements AutoCloseable {

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ThreadLocal<CallingThread> current = new ThreadLocal<>();

    void run(Runnable call) {
        CallingThread thread = current.get();
        if (thread == null || thread.next != null) {
            pool.execute(() -> new CallingThread().run(call));
        } else {
            thread.next = call;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private final class CallingThread {

        private Runnable next;

        void run(Runnable first) {
            current.set(this);
            try {
                next = first;
                while (next != null) {
                    Runnable call = next;
                    next = null;
                    call.run();
                }
            } finally {
                current.remove();
            }
        }
    }
}
