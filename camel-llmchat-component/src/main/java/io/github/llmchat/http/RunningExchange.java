package io.github.llmchat.http;

import java.util.concurrent.Future;

import org.apache.hc.client5.http.async.AsyncExecRuntime;

/**
 * What closes the connection of a call. Cancelling HttpClient's future alone sometimes closes nothing, because it may
 * lose a race with the thread that starts the exchange. Any thread may call it.
 */
final class RunningExchange {

    private AsyncExecRuntime runtime;
    private Future<Void> future;
    private boolean discarded;

    synchronized void runtime(AsyncExecRuntime current) {
        runtime = current;
    }

    /** @return false if it had been discarded before; then it is now */
    boolean started(Future<Void> running) {
        boolean late;
        synchronized (this) {
            future = running;
            late = discarded;
        }
        if (late) {
            discard();
        }
        return !late;
    }

    void discard() {
        AsyncExecRuntime running;
        Future<Void> cancellable;
        synchronized (this) {
            discarded = true;
            running = runtime;
            cancellable = future;
        }
        if (running != null) {
            running.discardEndpoint();
        }
        if (cancellable != null) {
            cancellable.cancel(true);
        }
    }
}
