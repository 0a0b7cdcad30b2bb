package io.github.llmchat;

import java.time.Duration;

import io.github.llmchat.stream.ChunkSource;

/** Where an answer comes from while it is looked up, and after it was found: there is no connection. */
final class CacheLookup implements ChunkSource {

    private volatile boolean aborted;

    /** Whether nobody wants the answer any more. */
    boolean aborted() {
        return aborted;
    }

    @Override
    public void abort() {
        aborted = true;
    }

    @Override
    public void resume() {
        // all of it is there
    }

    @Override
    public void endWithin(Duration grace) {
        // its end is known
    }

    @Override
    public void endAfterSilence(Duration grace) {
        // its end is known
    }
}
