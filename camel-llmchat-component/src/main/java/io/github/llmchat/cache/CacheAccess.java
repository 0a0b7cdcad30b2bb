package io.github.llmchat.cache;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Internal. Asks a cache without holding up who asks: on threads for caches, for a bounded time, and not while it is
 * down. Whoever asks is always told, once. Thread-safe; no method blocks.
 */
public final class CacheAccess {

    private final CompletionCache cache;
    private final Executor asking;
    private final Executor telling;
    private final BiFunction<Duration, Runnable, Runnable> timer;
    private final LongSupplier nanos;
    private final Outage outage;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * @param asking  where the cache may block
     * @param telling where who asked goes on
     * @param timer   runs something later; what it returns cancels that
     * @param nanos   a clock
     */
    public CacheAccess(CompletionCache cache, Executor asking, Executor telling,
                       BiFunction<Duration, Runnable, Runnable> timer, LongSupplier nanos) {
        this.cache = cache;
        this.asking = asking;
        this.telling = telling;
        this.timer = timer;
        this.nanos = nanos;
        this.outage = new Outage("completionCache " + cache.getClass().getSimpleName(), nanos);
    }

    /**
     * Looks a completion up.
     *
     * @param patience how long at most; zero for as long as it takes
     * @param then     gets the completion, or null if there is none or the cache does not answer
     */
    public void get(Supplier<String> fingerprint, Duration patience, Consumer<String> then) {
        ask(() -> cache.get(fingerprint.get()), patience, then);
    }

    /**
     * Keeps a completion.
     *
     * @param patience how long at most; zero for as long as it takes
     * @param then     when the completion was kept, or could not be
     */
    public void put(Supplier<String> fingerprint, String completion, Duration patience, Runnable then) {
        ask(() -> {
            cache.put(fingerprint.get(), completion);
            return null;
        }, patience, nothing -> then.run());
    }

    private void ask(Callable<String> question, Duration patience, Consumer<String> then) {
        if (outage.mayTry()) {
            new Asking(question, then).begin(patience);
        } else {
            telling.execute(() -> then.accept(null));
        }
    }

    /** Counts an answer that came from the cache, or one that did not. */
    public void count(boolean hit) {
        (hit ? hits : misses).increment();
    }

    /** {@return the answers that came from the cache} */
    public long hits() {
        return hits.sum();
    }

    /** {@return the answers that were looked for in vain} */
    public long misses() {
        return misses.sum();
    }

    private final class Asking {

        private final Callable<String> question;
        private final Consumer<String> then;
        private final long begun = nanos.getAsLong();
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile Runnable deadline = () -> {
        };

        Asking(Callable<String> question, Consumer<String> then) {
            this.question = question;
            this.then = then;
        }

        void begin(Duration patience) {
            if (!patience.isZero()) {
                deadline = timer.apply(patience, () -> late(patience));
            }
            asking.execute(this::ask);
        }

        private void ask() {
            if (over.get()) {
                return;
            }
            String answer = null;
            try {
                answer = question.call();
                outage.worked(begun);
            } catch (Exception | LinkageError e) {
                outage.failed(e);
            }
            tell(answer);
        }

        private void late(Duration patience) {
            if (!over.get()) {
                outage.failed("no answer within cacheTimeout=" + patience.toMillis() + " ms");
                tell(null);
            }
        }

        private void tell(String answer) {
            if (over.compareAndSet(false, true)) {
                deadline.run();
                telling.execute(() -> then.accept(answer));
            }
        }
    }
}
