package io.github.llmchat;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.llmchat.error.ErrorDetails;
import io.github.llmchat.error.StreamCancelledException;
import io.github.llmchat.model.ModelInfo;
import io.github.llmchat.stream.OpenCall;

/** An exchange that waits for a catalogue entry, on no thread. It ends with its producer. */
final class CatalogueWait implements OpenCall {

    private final ProducerCalls calls;
    private final String id;
    private final CatalogueLookup lookup;
    private final Outcome outcome;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param lookup which the exchange has joined */
    CatalogueWait(ProducerCalls calls, CatalogueLookup lookup, Outcome outcome) {
        this.calls = calls;
        this.id = calls.newId();
        this.lookup = lookup;
        this.outcome = outcome;
    }

    /** @param then on the component's pool; what it throws fails the exchange */
    void begin(Consumer<Optional<ModelInfo>> then) {
        calls.waits(this);
        // a task for each exchange: what goes on with one must not hold up the others
        lookup.entry().whenCompleteAsync((entry, cancelled) -> {
            if (over.compareAndSet(false, true)) {
                lookup.leave();
                goOn(then, entry);
                calls.ended(id);
            }
        }, calls.threads());
    }

    private void goOn(Consumer<Optional<ModelInfo>> then, Optional<ModelInfo> entry) {
        if (entry == null) {
            outcome.failed(cancelled("the component was stopped", null));
            return;
        }
        try {
            then.accept(entry);
        } catch (RuntimeException e) {
            outcome.failed(e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public int buffered() {
        return 0;
    }

    @Override
    public boolean cancel(String why, Throwable cause, Executor reactOn) {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        calls.ended(id);
        lookup.leave();
        reactOn.execute(() -> outcome.failed(cancelled(why, cause)));
        return true;
    }

    private static StreamCancelledException cancelled(String why, Throwable cause) {
        return new StreamCancelledException("The call was cancelled: " + why, ErrorDetails.NONE, null, cause);
    }
}
