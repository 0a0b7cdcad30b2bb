package io.github.llmchat.benchmark.loadserver;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A stream whose chunks come one at a time, each with the time at which it was written. */
final class PacedAnswer extends Answer {

    private final Frames.Chunks chunks;
    private final int spacingMicros;
    private int left;
    private boolean begun;

    /** @param phaseMicros of the first chunk, so that not all streams have theirs in one moment */
    PacedAnswer(Connection connection, Script script, Frames.Chunks chunks, long phaseMicros) {
        super(connection, script.delayMicros() + phaseMicros);
        this.chunks = chunks;
        this.spacingMicros = script.spacingMicros();
        this.left = script.chunks();
    }

    @Override
    boolean write() throws IOException {
        if (!connection().isOpen()) {
            return false;
        }
        long now = System.nanoTime();
        if (!connection().isFree()) {
            next(spacingMicros, now);
            return true;
        }
        if (!begun) {
            begun = true;
            connection().write(ByteBuffer.wrap(Frames.STREAM_HEAD));
        }
        if (left == 0) {
            connection().write(ByteBuffer.wrap(Frames.STREAM_END));
            return false;
        }
        left--;
        connection().write(chunks.stamped(now));
        next(spacingMicros, now);
        return true;
    }
}
