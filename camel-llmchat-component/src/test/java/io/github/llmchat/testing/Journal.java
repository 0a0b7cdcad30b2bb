package io.github.llmchat.testing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** The scripts that are still to be played, and what has happened so far. Any thread may use it. */
final class Journal {

    private final Deque<Script> queue = new ArrayDeque<>();
    private final AwaitableList<RecordedRequest> requests = new AwaitableList<>("requests");
    private final AwaitableList<Integer> aborts = new AwaitableList<>("connections closed by the client");
    private final AwaitableList<Throwable> failures = new AwaitableList<>("failures");
    private Function<RecordedRequest, Script> fallback;

    synchronized void enqueue(Script... scripts) {
        queue.addAll(Arrays.asList(scripts));
    }

    synchronized void fallBackTo(Function<RecordedRequest, Script> scripts) {
        fallback = scripts;
    }

    /** Records the request and takes its script, in one step, so that scripts are dealt out in the recorded order. */
    Script scriptFor(RecordedRequest request) {
        Function<RecordedRequest, Script> chosen;
        synchronized (this) {
            requests.add(request);
            if (!queue.isEmpty()) {
                return queue.remove();
            }
            chosen = fallback;
        }
        if (chosen != null) {
            return chosen.apply(request);
        }
        failed(new AssertionError("no script for " + request));
        return Script.error(501, "scripted_gateway", "no_script", "the test has no script for this request");
    }

    AwaitableList<RecordedRequest> requests() {
        return requests;
    }

    AwaitableList<Integer> aborts() {
        return aborts;
    }

    void failed(Throwable failure) {
        failures.add(failure);
    }

    /** @throws AssertionError with all failures so far, if there are any */
    void throwFailures() {
        List<Throwable> all = failures.snapshot();
        if (!all.isEmpty()) {
            AssertionError error = new AssertionError("the scripted gateway failed: " + all.get(0), all.get(0));
            all.stream().skip(1).forEach(error::addSuppressed);
            throw error;
        }
    }
}
