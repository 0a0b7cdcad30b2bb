package io.github.llmchat.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Internal. The calls that run now, by id: for cancelling them and for the counters. Thread-safe. */
public final class OpenCalls {

    private final Map<String, OpenCall> calls = new ConcurrentHashMap<>();

    /** Remembers a call until {@link #remove}. */
    public void add(OpenCall call) {
        calls.put(call.id(), call);
    }

    /** Forgets a call that has ended. */
    public void remove(String id) {
        calls.remove(id);
    }

    /** Cancels one call; false if none with that id runs. */
    public boolean cancel(String id, String why, Executor executor) {
        OpenCall call = calls.get(id);
        return call != null && call.cancel(why, null, executor);
    }

    /** Cancels all of them, on this thread. */
    public void cancelAll(String why) {
        calls.values().forEach(call -> call.cancel(why, null, Runnable::run));
    }

    /** Streamed answers that are still coming or not read to their end. */
    public int openStreams() {
        return (int) calls.values().stream().filter(OpenCall::streaming).count();
    }

    /** All calls that have not ended, streamed or not. */
    public int openCalls() {
        return calls.size();
    }

    /** Chunks that have arrived and wait for their routes, over all streams. */
    public int bufferedChunks() {
        return calls.values().stream().mapToInt(OpenCall::buffered).sum();
    }
}
