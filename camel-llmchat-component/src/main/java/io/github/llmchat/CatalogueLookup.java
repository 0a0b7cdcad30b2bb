package io.github.llmchat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

import io.github.llmchat.error.ChatException;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ModelInfo;
import io.github.llmchat.stream.OpenCall;

/**
 * One catalogue entry: asked for once, told to all who wait for it, and kept for a while. It is given up when the last
 * one who waits goes away. Any thread may call it; none waits in it.
 */
final class CatalogueLookup {

    private static final long LIFE = Duration.ofMinutes(10).toNanos();
    /** Catalogues recover, and keys get their rights, sooner than models learn to see. */
    private static final long LIFE_OF_A_FAILURE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier clock;
    private final CompletableFuture<Optional<ModelInfo>> entry = new CompletableFuture<>();
    // guarded by this
    private int waiting;
    private boolean givenUp;
    private long end;
    private OpenCall call;

    /** @param clock nanoseconds, as of {@link System#nanoTime()} */
    CatalogueLookup(LongSupplier clock) {
        this.clock = clock;
    }

    /** {@return false if it is too old or given up, so that a new one is needed} */
    synchronized boolean join() {
        if (givenUp || entry.isDone() && clock.getAsLong() - end >= 0) {
            return false;
        }
        waiting++;
        return true;
    }

    /** Who has joined no longer wants to know. */
    void leave() {
        OpenCall running;
        synchronized (this) {
            waiting--;
            givenUp = waiting == 0 && !entry.isDone();
            running = givenUp ? call : null;
        }
        cancel(running);
    }

    /** The request that is about to be sent. */
    void asks(OpenCall request) {
        boolean late;
        synchronized (this) {
            call = request;
            late = givenUp;
        }
        cancel(late ? request : null);
    }

    private static void cancel(OpenCall running) {
        if (running != null) {
            running.cancel("nobody waits for the catalogue entry any more", null, Runnable::run);
        }
    }

    void found(ModelInfo model) {
        end(LIFE);
        entry.complete(Optional.of(model));
    }

    void failed(ChatException failure) {
        if (failure instanceof StreamCancelledException) {
            synchronized (this) {
                givenUp = true;
            }
            entry.completeExceptionally(failure);
        } else {
            end(LIFE_OF_A_FAILURE);
            entry.complete(Optional.empty());
        }
    }

    private synchronized void end(long life) {
        end = clock.getAsLong() + life;
    }

    /** The entry, empty if it could not be had; fails if the component stops before that is known. */
    CompletionStage<Optional<ModelInfo>> entry() {
        return entry.minimalCompletionStage();
    }

    /** The entry if it is there; null while it is on its way. */
    Optional<ModelInfo> known() {
        return entry.isCompletedExceptionally() ? null : entry.getNow(null);
    }
}
