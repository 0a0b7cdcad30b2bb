package io.github.llmchat.stream;

import java.time.Duration;

/** There is no connection behind these events. */
final class NoSource implements ChunkSource {

    @Override
    public void resume() {
        // nothing is paused
    }

    @Override
    public void abort() {
        // nothing runs
    }

    @Override
    public void endWithin(Duration grace) {
        // nothing to wait for
    }

    @Override
    public void endAfterSilence(Duration grace) {
        // nothing to wait for
    }
}
